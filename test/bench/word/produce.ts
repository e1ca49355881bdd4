import { writeFileSync } from 'node:fs';
import { layout, writeDocx } from '@jixiao/report';
import { CONTENTS, type ContentName } from './content.js';

/** Writes a Word document of the named content: from the evaluated report to the file. */
export async function produce(): Promise<void> {
  const [name = '', target = ''] = process.argv.slice(2);
  writeFileSync(target, await writeDocx(layout(CONTENTS[name as ContentName].report())));
}
