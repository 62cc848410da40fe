/** A hidden page paints nothing. */
const kLongest = 100;

/** Does a job once what has just changed is on the screen, and at once when the page is put away. */
export class AfterPaint {
  private wanted = false;
  private timer = 0;

  constructor(private readonly job: () => void) {
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
  }

  get pending(): boolean {
    return this.wanted;
  }

  request(): void {
    if (this.wanted) return;
    this.wanted = true;
    requestAnimationFrame(() => setTimeout(() => this.flush()));
    this.timer = window.setTimeout(() => this.flush(), kLongest);
  }

  flush(): void {
    clearTimeout(this.timer);
    if (!this.wanted) return;
    this.wanted = false;
    this.job();
  }
}
