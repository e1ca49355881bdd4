import { l10n, window } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from 'vscode-languageclient';

/** So many ends of the server within the time below are a defect that starting it again does not cure. */
const MOST_RESTARTS = 4;
const WITHIN_MILLISECONDS = 3 * 60 * 1000;

/** So many messages in a row may go wrong before the connection counts as broken. */
const MOST_ERRORS = 3;

/** Starts a server that ended by itself again, and leaves it to the user once that happens too often. */
export class RestartAfterCrash implements ErrorHandler {
  readonly #ends: number[] = [];
  readonly #restart: () => void;

  constructor(restart: () => void) {
    this.#restart = restart;
  }

  error(_error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    return { action: count !== undefined && count <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends.push(now);
    while (this.#ends.length > MOST_RESTARTS + 1) this.#ends.shift();
    const [first = now] = this.#ends;
    if (this.#ends.length <= MOST_RESTARTS || now - first > WITHIN_MILLISECONDS) {
      return { action: CloseAction.Restart, handled: true };
    }
    this.#ends.length = 0;
    void this.#askUser();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  async #askUser(): Promise<void> {
    const again = l10n.t('Start Again');
    const chosen = await window.showErrorMessage(
      l10n.t('The language server stopped several times in a row; reports are not checked any more.'),
      again,
    );
    if (chosen === again) this.#restart();
  }
}
