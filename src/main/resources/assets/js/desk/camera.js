// Looks for QR codes in the camera's picture: with what the browser has (BarcodeDetector), else with
// html5-qrcode, which is kept on the device with the program.

const PACE = 150;

// watch(where, found) → stop. found(text) is called for each code that is seen.
export async function watch(where, found) {
  if (await hasDetector()) {
    return watchWithDetector(where, found);
  }
  return watchWithLibrary(where, found);
}

async function hasDetector() {
  return 'BarcodeDetector' in globalThis && (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
}

async function watchWithDetector(where, found) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  where.replaceChildren(video);
  await video.play();
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  const timer = setInterval(async () => {
    const codes = await detector.detect(video).catch(() => []);
    if (codes.length > 0) {
      found(codes[0].rawValue);
    }
  }, PACE);
  return () => {
    clearInterval(timer);
    stream.getTracks().forEach((track) => track.stop());
  };
}

async function watchWithLibrary(where, found) {
  await loadLibrary();
  const reader = new Html5Qrcode(where.id, { verbose: false, formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE] });
  const settings = { fps: 8, qrbox: (width, height) => ({ width: Math.floor(Math.min(width, height) * 0.9), height: Math.floor(Math.min(width, height) * 0.9) }) };
  await reader.start({ facingMode: 'environment' }, settings, found, () => {});
  let stopped = false;
  return () => {
    if (!stopped) {
      stopped = true;
      reader.stop().catch(() => {});
    }
  };
}

let loading = null;

function loadLibrary() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = document.querySelector('meta[name="qr-library"]').content;
    script.onload = resolve;
    script.onerror = () => {
      loading = null;
      reject(new Error('no library'));
    };
    document.head.append(script);
  });
  return loading;
}
