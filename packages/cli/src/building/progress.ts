import type { Speaker } from '../terminal.js';

/** Below this nobody waits long enough to ask. */
const WORTH_SHOWING = 8;

const CLEAR_LINE = '\r\u001b[2K';

/** One line that counts, where a person watches; nothing of it stays. */
export class Progress {
  private done = 0;
  private readonly shown: boolean;

  constructor(
    private readonly speaker: Speaker,
    private readonly total: number,
  ) {
    this.shown = speaker.terminal.interactive && total >= WORTH_SHOWING;
  }

  advance(): void {
    this.done += 1;
    const text = { zh: `正在生成 ${this.done}/${this.total}`, en: `Building ${this.done}/${this.total}` };
    if (this.shown) this.speaker.terminal.err(CLEAR_LINE + text[this.speaker.language]);
  }

  /** Takes the line away, so that something else can be printed. */
  clear(): void {
    if (this.shown && this.done > 0) this.speaker.terminal.err(CLEAR_LINE);
  }
}
