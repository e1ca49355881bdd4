import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '@jixiao/language/services';
import { answer, type Feature } from './feature.js';

/** What a figure feeds, and what feeds it. */
export const callHierarchy: Feature = {
  capabilities: () => ({ callHierarchyProvider: true }),
  register: (context) => {
    const { connection, session, configuration, workspace, addresses } = context;
    const { callHierarchy: requests } = connection.languages;
    requests.onPrepare(
      session.request('textDocument/prepareCallHierarchy', (params, token) =>
        answer(context, params, token, ({ analysis, file }) =>
          prepareCallHierarchy(analysis, file, params.position, configuration.language).map((item) =>
            addresses.item(item),
          ),
        ),
      ),
    );
    requests.onIncomingCalls(
      session.request('callHierarchy/incomingCalls', ({ item }) =>
        incomingCalls(workspace.analysisOfAll(), addresses.fromClient(item), configuration.language).map((call) => ({
          ...call,
          from: addresses.item(call.from),
        })),
      ),
    );
    requests.onOutgoingCalls(
      session.request('callHierarchy/outgoingCalls', ({ item }) =>
        outgoingCalls(workspace.analysisOfAll(), addresses.fromClient(item), configuration.language).map((call) => ({
          ...call,
          to: addresses.item(call.to),
        })),
      ),
    );
  },
};
