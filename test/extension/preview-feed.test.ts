import type { PreviewUpdate } from '@jixiao/server/protocol';
import { beforeEach, expect, test, vi } from 'vitest';
import { PreviewFeed } from '../../packages/extension/src/common/preview/preview-feed.js';
import type { ToPreview } from '../../packages/extension/webview/messages.js';

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  workspace: { asRelativePath: () => 'a.perf' },
}));

type Feed = ConstructorParameters<typeof PreviewFeed>;

/** A server whose answers are given by hand, in the order of the questions. */
class Server {
  readonly asked: {
    readonly method: string;
    readonly since?: number;
    readonly answer: (result: unknown) => void;
    readonly fail: (error: Error) => void;
  }[] = [];

  ask({ method }: { method: string }, { since }: { since?: number }): Promise<unknown> {
    return new Promise((answer, fail) => {
      this.asked.push({ method, ...(since !== undefined && { since }), answer, fail });
    });
  }

  /** Waits for the question of that number. */
  question(index: number) {
    return vi.waitFor(() => {
      const question = this.asked[index];
      if (!question) throw new Error(`only ${this.asked.length} questions were asked`);
      return question;
    });
  }
}

const reports = [{ id: '报告', title: '报告' }];
const full = (revision: number): PreviewUpdate => ({
  kind: 'full',
  revision,
  title: '报告',
  blocks: [],
  marked: [],
  styleSheet: '',
});

let server: Server;
let posted: ToPreview[];
let feed: PreviewFeed;

beforeEach(() => {
  server = new Server();
  posted = [];
  const uri = { path: '/a.perf', fsPath: '/a.perf', toString: () => 'file:///a.perf' };
  feed = new PreviewFeed(uri as unknown as Feed[0], undefined, {
    session: server as unknown as Feed[2]['session'],
    post: (message) => posted.push(message),
    imageBase: () => undefined,
    showsFindings: () => true,
  });
});

const kinds = () => posted.map(({ type }) => type);

test('a page that asks anew while an answer is under way is sent everything', async () => {
  feed.refresh();
  (await server.question(0)).answer(reports);
  const under = await server.question(1);
  feed.restart();
  under.answer(full(1));
  (await server.question(2)).answer(reports);
  const again = await server.question(3);
  expect(again.since).toBeUndefined();
  again.answer(full(2));
  await vi.waitFor(() => expect(posted.at(-1)).toEqual({ type: 'update', update: full(2) }));
  expect(kinds()).toEqual(['source', 'source', 'update']);

  feed.refresh();
  (await server.question(4)).answer(reports);
  expect((await server.question(5)).since).toBe(2);
});

test('the failure of an answer that nobody waits for any more is not shown', async () => {
  feed.refresh();
  (await server.question(0)).answer(reports);
  const under = await server.question(1);
  feed.restart();
  under.fail(new Error('the server stopped'));
  (await server.question(2)).answer(reports);
  (await server.question(3)).answer(full(1));
  await vi.waitFor(() => expect(kinds()).toEqual(['source', 'source', 'update']));
});

test('what fails otherwise is', async () => {
  feed.refresh();
  (await server.question(0)).fail(new Error('no server'));
  await vi.waitFor(() => expect(posted).toEqual([{ type: 'nothing', why: 'no server' }]));
});
