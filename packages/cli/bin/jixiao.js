#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/main.js', import.meta.url);

if (existsSync(fileURLToPath(program))) {
  await import(program.href);
} else {
  console.error('绩效命令行程序尚未构建：请先在项目根目录运行 npm run build。');
  console.error('The Jixiao command line is not built yet: run "npm run build" in the project root first.');
  process.exitCode = 2;
}
