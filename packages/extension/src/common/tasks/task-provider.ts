import {
  CustomExecution,
  l10n,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
} from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import type { Feature } from '../feature.js';
import { buildReports } from './build.js';
import { checkReports } from './check.js';
import { ReportTerminal, type Run } from './report-terminal.js';
import { TaskFindings } from './task-findings.js';

const TYPE = 'jixiao';

/** What a task of ours says in `tasks.json`. */
export interface ReportTask extends TaskDefinition {
  readonly verb: 'check' | 'build';
  /** Relative to the workspace folder; absent for all of it. */
  readonly path?: string;
  readonly draft?: boolean;
}

/**
 * `jixiao check` and `jixiao build` as tasks. They are run by the language server that is here anyway,
 * so that no command line need be installed, and print what the command line prints.
 */
export const taskProvider: Feature = ({ session }) => {
  const findings = new TaskFindings();
  const task = (definition: ReportTask, scope: TaskScope | WorkspaceFolder) =>
    reportTask(definition, scope, session, findings);
  const provider = tasks.registerTaskProvider(TYPE, {
    provideTasks: () => [
      task({ type: TYPE, verb: 'check' }, TaskScope.Workspace),
      task({ type: TYPE, verb: 'build' }, TaskScope.Workspace),
    ],
    resolveTask: ({ definition, scope }) =>
      isReportTask(definition) ? task(definition, scope ?? TaskScope.Workspace) : undefined,
  });
  return [findings, provider];
};

function isReportTask(definition: TaskDefinition): definition is ReportTask {
  return definition.type === TYPE && ['check', 'build'].includes((definition as { verb?: string }).verb ?? '');
}

function reportTask(
  definition: ReportTask,
  scope: TaskScope | WorkspaceFolder,
  session: ServerSession,
  findings: TaskFindings,
): Task {
  const { verb, path } = definition;
  const names = { check: l10n.t('check reports'), build: l10n.t('build Word files') };
  const name = path === undefined ? names[verb] : `${names[verb]}: ${path}`;
  const run: Run = (terminal) => (verb === 'check' ? checkReports : buildReports)(session, definition, terminal);
  const execution = new CustomExecution(async () => new ReportTerminal(run, findings));
  const task = new Task(definition, scope, name, TYPE, execution);
  task.group = verb === 'build' ? TaskGroup.Build : TaskGroup.Test;
  return task;
}
