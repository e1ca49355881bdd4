import { type Disposable, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** The user went back to the question before. */
export const BACK = Symbol('back');

/** Where a question stands among the others. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

interface TextQuestion extends Place {
  readonly prompt: string;
  readonly value: string;
  readonly placeholder: string;
  /** What is wrong with an answer; undefined if nothing is. */
  readonly refuse: (value: string) => string | undefined;
}

/** Asks for a text. @returns undefined if the question was dismissed */
export function askText({ prompt, refuse, value, ...step }: TextQuestion) {
  return ask<string>(step.step, (answer) => {
    const box = Object.assign(window.createInputBox(), { ...step, prompt, value, ignoreFocusOut: true });
    box.onDidChangeValue((changed) => {
      box.validationMessage = changed.trim() === '' ? '' : (refuse(changed.trim()) ?? '');
    });
    box.onDidAccept(() => {
      const wrong = refuse(box.value.trim());
      if (wrong === undefined) answer(box.value.trim());
      else box.validationMessage = wrong;
    });
    return box;
  });
}

interface Choice<I extends QuickPickItem> extends Place {
  readonly items: readonly I[];
  readonly placeholder: string;
  readonly active?: I | undefined;
}

/** Asks for one of several. @returns undefined if the question was dismissed */
export function askChoice<I extends QuickPickItem>({ items, active, ...step }: Choice<I>) {
  return ask<I>(step.step, (answer) => {
    const pick = Object.assign(window.createQuickPick<I>(), {
      ...step,
      items,
      ignoreFocusOut: true,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (active) pick.activeItems = [active];
    pick.onDidAccept(() => {
      const [picked] = pick.selectedItems;
      if (picked) answer(picked);
    });
    return pick;
  });
}

interface Question extends Disposable {
  buttons: readonly { readonly tooltip?: string | undefined }[];
  onDidTriggerButton(listener: (button: unknown) => void): unknown;
  onDidHide(listener: () => void): unknown;
  show(): void;
}

async function ask<A>(step: number, open: (answer: (given: A | typeof BACK) => void) => Question) {
  let question: Question | undefined;
  const answer = new Promise<A | typeof BACK | undefined>((resolve) => {
    question = open(resolve);
    if (step > 1) question.buttons = [QuickInputButtons.Back];
    question.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) resolve(BACK);
    });
    question.onDidHide(() => resolve(undefined));
    question.show();
  });
  try {
    return await answer;
  } finally {
    question?.dispose();
  }
}
