import type { Analysis } from '@jixiao/language';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '@jixiao/language/services';
import { answer, answerFromAll, type Feature } from './feature.js';

/** What a figure feeds, and what feeds it. */
export const callHierarchy: Feature = {
  capabilities: () => ({ callHierarchyProvider: true }),
  register: (context) => {
    const { connection, session, configuration, addresses } = context;
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
      session.request('callHierarchy/incomingCalls', (params, token) => {
        const item = addresses.fromClient(params.item);
        const find = (analysis: Analysis) =>
          incomingCalls(analysis, item, configuration.language).map((call) => ({
            ...call,
            from: addresses.item(call.from),
          }));
        return answerFromAll(context, token, find, item.uri);
      }),
    );
    requests.onOutgoingCalls(
      session.request('callHierarchy/outgoingCalls', (params, token) => {
        const item = addresses.fromClient(params.item);
        const find = (analysis: Analysis) =>
          outgoingCalls(analysis, item, configuration.language).map((call) => ({
            ...call,
            to: addresses.item(call.to),
          }));
        return answerFromAll(context, token, find, item.uri);
      }),
    );
  },
};
