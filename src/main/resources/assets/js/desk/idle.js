// Whether anybody touched the device in the last while. A device that slept counts its sleep, too.

export const LONGEST = 15 * 60_000;

export class Idle {
  #touched = performance.now();
  #hidden = null;
  #slept = false;

  constructor() {
    document.addEventListener('visibilitychange', () => this.#seen());
    ['pointerdown', 'keydown', 'input'].forEach((kind) => addEventListener(kind, () => this.touch(), { capture: true, passive: true }));
  }

  touch() {
    this.#touched = performance.now();
    this.#slept = false;
  }

  get isLong() {
    return this.#slept || performance.now() - this.#touched >= LONGEST;
  }

  #seen() {
    if (document.hidden) {
      this.#hidden = Date.now();
    } else {
      this.#slept ||= this.#hidden !== null && Date.now() - this.#hidden >= LONGEST;
    }
  }
}
