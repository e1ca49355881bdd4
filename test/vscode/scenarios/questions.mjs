/* How a command of the extension is run that asks its user something. */

export const widget = (workbench) => workbench.page.locator('.quick-input-widget');
export const input = (workbench) => widget(workbench).locator('input');

/** The palette lists what there is when it opens, so the extension has to be there before. */
export async function command(workbench, title) {
  await workbench.page
    .locator(
      '.activitybar .action-label[aria-label^="绩效报告"], .activitybar .action-label[aria-label^="Performance Report"]',
    )
    .first()
    .waitFor();
  await workbench.command(title);
}
