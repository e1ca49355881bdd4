import type { Session } from '../session.js';
import { nextTurn } from '../turn.js';
import type { Workspace } from '../workspace/workspace.js';
import { BATCH, type Checker } from './checker.js';
import { Debounce } from './debounce.js';
import type { CheckedFile, CheckReason, DiagnosticSink } from './sink.js';

/** In milliseconds: how long a check works at a stretch before whoever asks something has a turn. */
const LONGEST_STRETCH = 8;

/**
 * Decides what is checked when. Edited documents come first, then other open ones that depend on them,
 * then the rest of the workspace, one file a turn so that requests get between. Every check looks at
 * the state of its moment, so nothing older than the text can ever be shown.
 */
export class CheckScheduler {
  private readonly queues = {
    edited: new Map<string, CheckReason>(),
    open: new Map<string, CheckReason>(),
    unopened: new Map<string, CheckReason>(),
  };
  private readonly debounce = new Debounce();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private stopped = false;
  /** A change came in while the last check was under way. */
  private overtaken = false;

  constructor(
    private readonly workspace: Workspace,
    private readonly checker: Checker,
    private readonly sink: DiagnosticSink,
    private readonly session: Session,
    /** Nothing is shown before this, such as in the wrong language. */
    private readonly ready: Promise<void>,
    /** Told of open documents once their findings are out. */
    private readonly published: (files: readonly CheckedFile[]) => void,
  ) {}

  /** Texts changed: they and whatever depends on them have to be checked. */
  changed(files: ReadonlySet<string>): void {
    for (const file of this.workspace.dependantsOf(files)) this.add(file, files.has(file) ? 'edited' : 'affected');
    this.arm(this.debounce.changed(performance.now()));
  }

  /** Everything has to be shown anew. */
  recheck(): void {
    for (const file of this.workspace.checkedFiles()) this.add(file, 'affected');
    this.arm(0);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private add(file: string, reason: CheckReason): void {
    const { edited, open, unopened } = this.queues;
    if (reason === 'edited' && this.workspace.isOpen(file)) {
      open.delete(file);
      edited.set(file, 'edited');
    } else if (edited.has(file)) {
      // A client that asked since the edit does not know that it has to ask again.
      edited.set(file, reason);
    } else (this.workspace.isOpen(file) ? open : unopened).set(file, reason);
  }

  private arm(delay: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.running) this.session.run('check', () => this.run());
    }, delay);
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      await this.ready;
      await this.runUrgent();
      await this.runUnopened();
      if (!this.interrupted && this.isEmpty) this.sink.settled();
    } finally {
      this.running = false;
      // What came while this waited for the disk.
      if (this.timer === undefined && !this.isEmpty) this.arm(0);
    }
  }

  /** A change came in; it has set the time at which to go on. */
  private get interrupted(): boolean {
    return this.timer !== undefined || this.stopped;
  }

  private get isEmpty(): boolean {
    const { edited, open, unopened } = this.queues;
    return edited.size + open.size + unopened.size === 0;
  }

  private async runUrgent(): Promise<void> {
    const { edited, open } = this.queues;
    const done: CheckedFile[] = [];
    let cost = 0;
    while (!this.interrupted) {
      const file = firstOf(edited.keys()) ?? firstOf(open.keys());
      if (file === undefined) break;
      await this.session.turns.rest();
      if (this.interrupted) break;
      const pending = this.workspace.pendingFor(file);
      if (pending) {
        await pending;
        continue;
      }
      const spent = await this.evaluate(file);
      if (spent === undefined) continue;
      const start = performance.now();
      const reason = edited.get(file) ?? open.get(file) ?? 'affected';
      edited.delete(file);
      open.delete(file);
      const result = this.check(file, reason);
      cost += spent + performance.now() - start;
      if (result) done.push(result);
      if (edited.size === 0 && open.size > 0) await nextTurn();
    }
    if (done.length === 0) return;
    if (edited.size === 0) this.debounce.answered(cost);
    this.published(done);
  }

  /**
   * Evaluates a file bit by bit, so that whoever asks something gets between. What is evaluated by
   * the time a change comes in stays evaluated, but for what the change touches.
   * @returns the milliseconds it took; undefined where the state is another one by now
   */
  private async evaluate(file: string): Promise<number | undefined> {
    const analysis = this.workspace.analysisOf(file);
    let spent = 0;
    let since = performance.now();
    for (const piece of analysis.unevaluated(file)) {
      try {
        analysis.evaluatedPiece(piece);
      } catch {
        // The check will meet the same, and say so.
        break;
      }
      const stretch = performance.now() - since;
      // Whoever types without a pause longer than a check takes must see findings at last.
      if (stretch < LONGEST_STRETCH || (this.overtaken && this.debounce.isOverdue(performance.now()))) continue;
      spent += stretch;
      await this.session.turns.rest();
      if (this.interrupted || this.workspace.analysis() !== analysis) {
        this.overtaken = true;
        return undefined;
      }
      since = performance.now();
    }
    this.overtaken = false;
    return spent + performance.now() - since;
  }

  private async runUnopened(): Promise<void> {
    const { unopened } = this.queues;
    // While files still come in, each would make the state new for all others.
    if (unopened.size > 0) await this.workspace.scanning;
    while (unopened.size > 0 && !this.interrupted) {
      const batch = [...unopened.keys()].slice(0, BATCH);
      for (const file of batch) {
        this.workspace.readAhead(file);
        await nextTurn();
        if (this.interrupted) return;
      }
      this.workspace.takeIn(batch);
      for (const file of batch) {
        await this.workspace.pendingFor(file);
        if (this.interrupted) return;
        const reason = unopened.get(file) ?? 'affected';
        if (unopened.delete(file)) this.check(file, reason);
        await nextTurn();
      }
      this.checker.release(batch);
    }
  }

  private check(file: string, reason: CheckReason): CheckedFile | undefined {
    const result = this.checker.check(file);
    if (result) this.sink.checked(result, reason);
    else this.sink.gone(file);
    return result;
  }
}

function firstOf<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value;
  return undefined;
}
