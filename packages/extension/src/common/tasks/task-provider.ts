import {
  CustomExecution,
  l10n,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { Feature, Services } from '../feature.js';
import { buildReports } from './build.js';
import { checkReports } from './check.js';
import { ReportTerminal, type Run } from './report-terminal.js';

const TYPE = 'jixiao';

/** What a task of ours says in `tasks.json`. */
export interface ReportTask extends TaskDefinition {
  readonly verb: 'check' | 'build';
  /** Relative to the workspace folder; absent for all of it. */
  readonly path?: string;
  readonly draft?: boolean;
}

/** What a task finds is listed unless the editor lists it already: of no file, of all, or of those not open. */
function matchers(): string[] {
  const settings = workspace.getConfiguration('jixiao');
  const severities = ['error', 'warning', 'hint'];
  if (!settings.get('diagnostics.enabled', true)) return severities.map((severity) => `$jixiao-${severity}-everywhere`);
  return settings.get('diagnostics.unopenedFiles', true) ? [] : severities.map((severity) => `$jixiao-${severity}`);
}

/**
 * `jixiao check` and `jixiao build` as tasks. They are run by the language server that is here anyway,
 * so that no command line need be installed, and print what the command line prints.
 */
export const taskProvider: Feature = (services) => [
  tasks.registerTaskProvider(TYPE, {
    provideTasks: () => [
      reportTask({ type: TYPE, verb: 'check' }, TaskScope.Workspace, services),
      reportTask({ type: TYPE, verb: 'build' }, TaskScope.Workspace, services),
    ],
    resolveTask: ({ definition, scope }) =>
      isReportTask(definition) ? reportTask(definition, scope ?? TaskScope.Workspace, services) : undefined,
  }),
];

function isReportTask(definition: TaskDefinition): definition is ReportTask {
  return definition.type === TYPE && ['check', 'build'].includes((definition as { verb?: string }).verb ?? '');
}

function reportTask(definition: ReportTask, scope: TaskScope | WorkspaceFolder, { session }: Services): Task {
  const { verb, path } = definition;
  const names = { check: l10n.t('check reports'), build: l10n.t('build Word files') };
  const name = path === undefined ? names[verb] : `${names[verb]}: ${path}`;
  const run: Run = (terminal) => (verb === 'check' ? checkReports : buildReports)(session, definition, terminal);
  const execution = new CustomExecution(async () => new ReportTerminal(run));
  const task = new Task(definition, scope, name, TYPE, execution, matchers());
  task.group = verb === 'build' ? TaskGroup.Build : TaskGroup.Test;
  return task;
}
