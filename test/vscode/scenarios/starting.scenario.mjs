import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { eventually, lines, settled } from '../expectations.mjs';
import { command, input, widget } from './questions.mjs';

export const workspace = {
  files: { 'notes.txt': '预算 1\n', 'unit.perf': '单位 某局 "某县某局" {\n}\n' },
};

/** What a new report may be told: that something is still to be filled in. */
const toBeFilledIn = ['outline/empty-section', 'actual/blank', 'score/missing'];

const unit = '沅陵县"明溪口"镇人民政府';

const title = (workbench) => widget(workbench).locator('.quick-input-title');

/** Waits until a question is asked. */
async function step(workbench, number) {
  await title(workbench)
    .filter({ hasText: `(${number}/5)` })
    .waitFor();
}

async function answer(workbench, text) {
  await input(workbench).fill(text);
  await workbench.press('Enter');
}

/** Answers the questions up to that of the rubric. */
async function answersUpToTheRubric(workbench) {
  await command(workbench, 'Perf: New Report…');
  await step(workbench, 1);
  await answer(workbench, unit);
  await step(workbench, 2);
  assert.equal(await input(workbench).inputValue(), '我镇');
  await workbench.press('Enter');
  await step(workbench, 3);
  await answer(workbench, '２０２４年');
  await step(workbench, 4);
  await workbench.pick(/部门整体支出绩效自评报告提纲（湖南县级）/);
  await step(workbench, 5);
}

export async function theWizardAsksAndAReportIsBegun(workbench) {
  await command(workbench, 'Perf: New Report…');
  await step(workbench, 1);
  await workbench.screenshot('new report 1 unit');
  await answer(workbench, '');
  await widget(workbench)
    .getByText(/请填写单位名称|The unit needs a name/)
    .waitFor();
  await answer(workbench, unit);
  await step(workbench, 2);
  assert.equal(await input(workbench).inputValue(), '我镇');
  await workbench.screenshot('new report 2 short name');
  await workbench.press('Enter');
  await step(workbench, 3);
  await answer(workbench, '24');
  await widget(workbench)
    .getByText(/四位数字|four digits/)
    .waitFor();
  await workbench.screenshot('new report 3 year');
  await answer(workbench, '２０２４年');
  await step(workbench, 4);
  await workbench.screenshot('new report 4 outline');
  await workbench.pick(/部门整体支出绩效自评报告提纲（省级）/);
  await step(workbench, 5);
  await workbench.screenshot('new report 5 rubric');
  // One step back: what was chosen is chosen still, and another choice takes its place.
  await widget(workbench).getByRole('button', { name: 'Back' }).click();
  await step(workbench, 4);
  const focused = widget(workbench).locator('.monaco-list-row.focused');
  await focused.filter({ hasText: '省级' }).waitFor();
  await workbench.pick(/部门整体支出绩效自评报告提纲（湖南县级）/);
  await step(workbench, 5);
  await workbench.pick(/湖北省预算绩效自评/);
  await eventually(async () => /镇人民政府-2024\.perf$/.test(await input(workbench).inputValue()));
  await workbench.screenshot('new report 6 file');
  await workbench.press('Enter');
  const [file] = await eventuallyFiles(workbench, /镇人民政府-2024\.perf$/);
  await workbench.page.locator('.tab.active', { hasText: file }).waitFor();
  const text = lines(workbench.text(file));
  text.have(/^单位 本单位 "沅陵县\\"明溪口\\"镇人民政府" \{$|^unit 本单位 "沅陵县\\"明溪口\\"镇人民政府" \{$/);
  text.have(/^ {2}(简称|shortname) "我镇"$/);
  text.have(/^ {2}(年度|year) 2024$/);
  text.have(/(采用|using) 湖北 \{$/);
  // What a report before this one had is listed until its file is known to be gone.
  let others = [];
  await eventually(async () => {
    others = (await workbench.problems.any()).filter(({ code }) => !toBeFilledIn.includes(code));
    return others.length === 0;
  }).catch(() => assert.fail(others.map(({ code, message }) => `${code}: ${message}`).join('\n')));
  await workbench.screenshot('new report begun');
}

export async function aNewReportNeverTakesThePlaceOfAFile(workbench) {
  const before = workbench.text('unit.perf');
  await answersUpToTheRubric(workbench);
  // The last of the list, which does without.
  await workbench.press('ArrowUp');
  await widget(workbench)
    .locator('.monaco-list-row.focused')
    .filter({ hasText: /不要自评表|Without a self-evaluation table/ })
    .waitFor();
  await workbench.press('Enter');
  await eventually(async () => /-2024\.perf$/.test(await input(workbench).inputValue()));
  await input(workbench).fill(workbench.path('unit.perf'));
  await workbench.press('Enter');
  // The editor itself asks first.
  const replace = workbench.page.getByText(/already exists/).first();
  await replace.waitFor();
  await workbench.press('Enter');
  const refused = workbench.notification(/已经存在|is there already/);
  await refused.waitFor();
  await workbench.screenshot('new report refused');
  await refused.getByRole('button', { name: /换一个名称|Choose Another Name/ }).click();
  await eventually(async () => /unit\.perf$/.test(await input(workbench).inputValue()));
  // What it proposes is put in more than once before it listens.
  await settled(() => input(workbench).inputValue());
  await input(workbench).fill(workbench.path('new.perf'));
  await workbench.press('Enter');
  await eventuallyFiles(workbench, /^new\.perf$/);
  assert.equal(workbench.text('unit.perf'), before);
}

export async function aFileOfAnotherKindDoesNotStartTheExtension(workbench) {
  const running = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
  const own = running.filter({ hasText: /绩效 Jixiao|Jixiao 绩效/ });
  await workbench.open('notes.txt');
  await workbench.command('Developer: Show Running Extensions');
  await running.first().waitFor();
  assert.equal(await own.count(), 0);
  await workbench.press('Escape');
  await running.first().waitFor({ state: 'detached' });
  await workbench.open('unit.perf');
  await workbench.served();
  await workbench.command('Developer: Show Running Extensions');
  await own.first().waitFor();
}

/** The walkthrough opens, with all of its steps and a picture in each. */
export async function theWalkthroughShowsItsSteps(workbench) {
  await command(workbench, 'Perf: Getting Started');
  const steps = workbench.page.locator('.getting-started-step');
  await steps.first().waitFor();
  for (const [index, name] of ['begin', 'findings', 'preview', 'figures', 'word'].entries()) {
    await steps.nth(index).click();
    const picture = workbench.page.locator('.getting-started-media img').first();
    await eventually(async () => picture.evaluate(({ naturalWidth }) => naturalWidth > 0));
    await workbench.screenshot(`walkthrough ${index + 1} ${name}`);
  }
}

async function eventuallyFiles(workbench, pattern) {
  let found = [];
  await eventually(() => {
    found = readdirSync(workbench.path('.')).filter((file) => pattern.test(file));
    return found.length > 0;
  });
  return found;
}
