import { type FigureNode, figuresRequest } from '@jixiao/server/protocol';
import {
  commands,
  EventEmitter,
  l10n,
  MarkdownString,
  type ProviderResult,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  window,
} from 'vscode';
import type { Feature } from '../feature.js';
import { CurrentReport } from '../reports/current-report.js';
import { shownName } from '../reports/report-source.js';

const ICONS: Readonly<Record<FigureNode['kind'], string>> = {
  unit: 'organization',
  report: 'book',
  section: 'list-unordered',
  annex: 'file',
  table: 'table',
  figure: 'symbol-number',
  group: 'symbol-namespace',
  indicators: 'checklist',
  indicator: 'target',
};

const COLORS = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
  hint: 'editorInfo.foreground',
} as const;

/** Kinds that are worth being open from the beginning. */
const OPEN: ReadonlySet<FigureNode['kind']> = new Set(['report', 'indicators']);

/** The side bar: sections, figures with their values, indicators with their scores. */
export const figuresView: Feature = ({ session }) => {
  const current = new CurrentReport(session);
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<FigureNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node): ProviderResult<FigureNode[]> => {
      if (node) return [...node.children];
      const { uri } = current;
      return uri ? session.ask(figuresRequest, { uri: uri.toString() }).then((nodes) => [...nodes]) : [];
    },
    getTreeItem: (node) => treeItem(node, current.uri),
  };
  const view = window.createTreeView('jixiao.figures', { treeDataProvider: provider, showCollapseAll: true });
  const update = () => {
    view.description = current.uri ? shownName(current.uri) : '';
    changed.fire();
  };
  if (current.uri) update();
  return [
    current,
    changed,
    view,
    current.onDidChange(() => {
      if (view.visible) update();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) update();
    }),
    commands.registerCommand('jixiao.refreshFigures', update),
  ];
};

function treeItem(node: FigureNode, uri: Uri | undefined): TreeItem {
  const { id, kind, label, value, state, severity, children, selectionRange } = node;
  const item = new TreeItem(label, collapsibleState(node));
  item.id = `${uri}#${id}`;
  item.description = value ?? (state === 'missing' || state === 'blank' ? '—' : '');
  item.iconPath = new ThemeIcon(ICONS[kind], severity ? new ThemeColor(COLORS[severity]) : undefined);
  item.tooltip = new MarkdownString().appendText([label, value, state && STATES[state]()].filter(Boolean).join('\n'));
  item.contextValue = children.length > 0 ? `${kind}.parent` : kind;
  if (uri) {
    const { start } = selectionRange;
    const at = new Range(start.line, start.character, start.line, start.character);
    item.command = { command: 'vscode.open', title: '', arguments: [uri, { selection: at }] };
  }
  return item;
}

const STATES: Readonly<Record<NonNullable<FigureNode['state']>, () => string>> = {
  computed: () => l10n.t('computed'),
  blank: () => l10n.t('left blank'),
  missing: () => l10n.t('missing'),
  invalid: () => l10n.t('cannot be computed'),
};

function collapsibleState({ kind, children }: FigureNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  return OPEN.has(kind) ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
