import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fencedBlocks } from '../docs/markdown.js';
import { analyseText, MAIN } from '../language/memory-host.js';
import { extensionFolder, manifest, readJson, type Texts } from './manifest.js';

const { withoutPictures } = (await import(`${extensionFolder}readme-pictures.mjs`)) as {
  withoutPictures(text: string): string;
};

const readme = readFileSync(`${extensionFolder}README.md`, 'utf8');
const chinese = readJson<Texts>('package.nls.zh-cn.json');
const english = readJson<Texts>('package.nls.json');

const titleIn = (texts: Texts, { title, category = '' }: { title: string; category?: string }) =>
  [category, title].map((reference) => texts[reference.replaceAll('%', '')]).join(': ');

describe('the page of the extension', () => {
  test('shows an example without a finding', async () => {
    const blocks = fencedBlocks(readme).filter(({ language }) => language === 'perf');
    expect(blocks).toHaveLength(1);
    const analysis = await analyseText(blocks[0]?.text ?? '');
    expect(analysis.findings(MAIN).map(({ message }) => message.zh)).toEqual([]);
    expect(analysis.evaluated(MAIN).reports).toHaveLength(1);
  });

  test.each([
    ['Chinese', '绩效', chinese],
    ['English', 'Perf', english],
  ])('lists the commands of the palette in %s, with their keys', (_language, category, texts) => {
    const { commands, menus, keybindings } = manifest.contributes;
    const hidden = (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    const wanted = commands
      .filter(({ command }) => !hidden.includes(command))
      .map((command) => {
        const key = keybindings.find((binding) => binding.command === command.command)?.key ?? '';
        return `${titleIn(texts, command)} ${key}`.trim().toLowerCase();
      });
    const row = new RegExp(`^\\| (${category}: .*?) *\\| *(?:\`(.*)\`)? *\\|$`, 'gm');
    const rows = [...readme.matchAll(row)].map(([, title, key = '']) => `${title} ${key}`.trim().toLowerCase());
    expect(rows.sort()).toEqual(wanted.sort());
  });

  test('names commands as they are called', () => {
    const titles = manifest.contributes.commands.flatMap((command) => [
      titleIn(chinese, command),
      titleIn(english, command),
    ]);
    const named = [...readme.matchAll(/\*\*((?:绩效|Perf): .*?)\*\*/g)].map(([, title = '']) => title);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((title) => !titles.includes(title))).toEqual([]);
  });

  test('shows pictures that are packed, from the folder of the extension', () => {
    const pictures = [...readme.matchAll(/!\[(.*?)\]\((.*?)\)/g)];
    expect(pictures.length).toBeGreaterThan(2);
    for (const [, description, path = ''] of pictures) {
      expect(description).toMatch(/\p{Script=Han}/u);
      expect(path).toMatch(/^media\/.*\.png$/);
      expect(existsSync(extensionFolder + path), path).toBe(true);
    }
  });
});

describe('the packed page', () => {
  test('has no pictures that an editor could not show, and all of the text', () => {
    const packed = withoutPictures(readme);
    expect(packed).not.toContain('![');
    const text = (page: string) => page.split('\n').filter((line) => line !== '' && !line.startsWith('!['));
    expect(text(packed)).toEqual(text(readme));
    expect(packed).not.toContain('\n\n\n');
  });

  test('leaves links, and pictures from elsewhere, as they are', () => {
    const page = '[page](media/a.png)\n\n![b](https://example.org/b.png)\n';
    expect(withoutPictures(page)).toBe(page);
  });
});

test('the changelog speaks of the version that is packed', () => {
  const { version } = readJson<{ version: string }>('package.json');
  expect(readFileSync(`${extensionFolder}CHANGELOG.md`, 'utf8')).toContain(`\n## ${version}\n`);
});
