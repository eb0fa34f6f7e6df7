// The crew's phone: a report is kept on the device first and sent when there is a line, once, by its own id.
// The photo follows its report. What is not sent yet is shown by name. Without this script the form is sent as it is.
import { allReports, deleteReport, putReport } from "./water-outbox.js";

const box = document.querySelector("[data-outbox]");
const form = document.querySelector("form[data-visit]");
let token = box?.dataset.token ?? "";
let sending = false;

if (box && "indexedDB" in window) {
  start();
}

async function start() {
  if ("serviceWorker" in navigator) {
    const worker = document.querySelector("[data-worker]")?.dataset.worker;
    if (worker) {
      await navigator.serviceWorker.register(worker, { scope: "/office/water/" }).catch(() => undefined);
      const ready = await navigator.serviceWorker.ready;
      const list = new URL("/office/water/today", location.href).href;
      const pages = [...document.querySelectorAll(".crew__go")].map((link) => link.href);
      // The list knows the whole day; a single order only adds itself, and the list to come back to.
      ready.active?.postMessage(form ? { also: [list, location.href] } : { keep: [list, ...pages] });
    }
  }
  if (form) {
    form.addEventListener("submit", keep);
    form.addEventListener("change", unfold);
    unfold();
  }
  box.querySelector("[data-outbox-send]").addEventListener("click", send);
  window.addEventListener("online", send);
  window.addEventListener("offline", show);
  window.setInterval(send, 20000);
  await show();
  await send();
}

// Questions that most visits do not need stay folded until they are.
function unfold() {
  const other = form.querySelector("[data-visit-other]");
  const change = form.querySelector("[data-visit-change]");
  const same = form.querySelector("input[name=same]");
  const changed = form.elements.story.value === "METER_CHANGED";
  if (same) {
    other.hidden = form.elements.same.value !== "no" && !changed;
  }
  change.hidden = !changed;
}

// What the rules of the town hall would refuse is said here at once, where somebody can still go back to the valve.
function fault() {
  const done = form.elements.result.value === "DONE";
  const reading = form.elements.reading.value.normalize("NFKC").trim();
  const last = form.dataset.last;
  if (reading && !/^\d{1,6}$/.test(reading)) return "指針は数字だけで入れてください。";
  if (reading && last && Number(reading) < Number(last) && form.elements.story.value === "GROWN") {
    return `前回の ${last} m³ より小さい数です。読み直すか、「メーターを取り替えた」「一回りした」を選んでください。`;
  }
  if (!done) {
    return form.elements.result.value === "UNABLE" && !form.elements.reason.value.trim() ? "できなかった理由を書いてください。" : "";
  }
  if (form.elements.same && !form.elements.same.value) return "メーターの番号を見て、同じか違うかを選んでください。";
  if (!form.elements.valve.value) return "弁が開いているか閉まっているかを選んでください。";
  const open = form.elements.valve.value === "open";
  if (open && form.elements.pilot && form.elements.pilot.value === "TURNING") {
    return "パイロットが回っています。弁を閉め、「ほかの理由で、できなかった」を選んでください。";
  }
  if (open && form.elements.pilot && !form.elements.pilot.value) return "パイロットが止まっているかを選んでください。";
  if (!reading && !form.elements.photo.files.length && !form.elements.reason.value.trim()) {
    return "指針、写真、どちらもない理由のうち、どれか一つを入れてください。";
  }
  return "";
}

async function keep(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
  const words = fault();
  const line = form.querySelector("[data-visit-fault]");
  line.hidden = !words;
  line.textContent = words;
  if (words) {
    line.scrollIntoView({ block: "center" });
    return;
  }
  const fields = Object.fromEntries([...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "_csrf"));
  const photo = form.elements.photo.files[0];
  fields.at = new Date().toISOString();
  fields.photoName = photo ? photo.name || "photo.jpg" : "";
  const report = {
    id: fields.visitId,
    order: form.dataset.visit,
    label: form.dataset.label,
    fields,
    photo: photo ? new Blob([await photo.arrayBuffer()], { type: photo.type }) : null,
    step: "report",
    sentence: "",
  };
  try {
    await putReport(report);
  } catch {
    form.submit();
    return;
  }
  location.assign("/office/water/today");
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    for (const report of await allReports()) {
      if (report.step !== "refused" && !(await sendOne(report))) break;
    }
  } finally {
    sending = false;
    await show();
  }
}

// The report first, then its photo; after each step the device remembers how far it came.
async function sendOne(report) {
  if (report.step === "report") {
    const answer = await post(`/office/water/visits/${report.order}`, Object.entries(report.fields));
    if (!answer) return false;
    if (answer.status === 422 || answer.status === 404) return refuse(report, answer);
    if (!answer.ok) return false;
    report.step = "photo";
    await putReport(report);
  }
  if (report.photo) {
    const answer = await post(`/office/water/visits/${report.id}/photo`, [["photo", report.photo, report.fields.photoName]]);
    if (!answer) return false;
    if (answer.status === 422 || answer.status === 413) return refuse(report, answer);
    if (!answer.ok) return false;
  }
  await deleteReport(report.id);
  sessionStorage.setItem("water-sent", new Date().toISOString());
  return true;
}

async function refuse(report, answer) {
  const body = await answer.json().catch(() => ({}));
  report.step = "refused";
  report.sentence = body.sentence ?? body.title ?? "受け付けられませんでした。";
  await putReport(report);
  return true;
}

// Nothing: no line, or nobody is signed in.
async function post(url, entries, again = true) {
  const body = new FormData();
  for (const entry of entries) body.append(...entry);
  body.set("_csrf", token);
  try {
    const answer = await fetch(url, { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" } });
    const signedOut = answer.type === "opaqueredirect" || answer.status === 401;
    box.querySelector("[data-outbox-sign-in]").hidden = !signedOut;
    if (signedOut) return undefined;
    if (answer.status === 403 && again && (await freshToken())) return post(url, entries, false);
    return answer;
  } catch {
    return undefined;
  }
}

async function freshToken() {
  const answer = await fetch("/office/water/today", { cache: "no-store", redirect: "manual" });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  token = page.querySelector("[data-outbox]")?.dataset.token ?? "";
  return token !== "";
}

async function show() {
  const reports = await allReports();
  const last = sessionStorage.getItem("water-sent");
  box.hidden = false;
  box.classList.toggle("outbox--waiting", reports.length > 0);
  box.querySelector("[data-outbox-count]").textContent = `未送信 ${reports.length}件`;
  box.querySelector("[data-outbox-time]").textContent = last ? `・ 最終同期 ${time(last)}` : "";
  box.querySelector("[data-outbox-line]").hidden = navigator.onLine;
  box.querySelector("[data-outbox-send]").hidden = reports.length === 0;
  box.querySelector("[data-outbox-list]").replaceChildren(...reports.map(line));
  for (const stop of document.querySelectorAll("[data-order]")) {
    const kept = reports.some((report) => report.order === stop.dataset.order);
    stop.classList.toggle("crew__stop--kept", kept);
  }
}

function line(report) {
  const item = document.createElement("li");
  const state = { report: "報告を送っていません", photo: `写真「${report.fields.photoName}」を送っていません`, refused: report.sentence };
  item.textContent = `${report.label}：${state[report.step]}`;
  if (report.step === "refused") {
    const again = document.createElement("a");
    again.href = `/office/water/today/${report.order}`;
    again.textContent = "書き直す";
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "button button--small";
    drop.textContent = "この端末から消す";
    drop.addEventListener("click", async () => {
      await deleteReport(report.id);
      await show();
    });
    item.append(" ", again, " ", drop);
  }
  return item;
}

function time(iso) {
  return new Date(iso).toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" });
}
