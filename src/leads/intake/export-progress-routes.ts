import { Type } from 'typebox';
import { defineRoute, type Route } from '../../core/gate/index.ts';
import { exportItem, showExport } from './export-wire.ts';
import { watchExports, type WatchDeps } from './watch-exports.ts';

/** How far one's files of leads are, as it changes: the whole state first, so that nothing is lost by a lost line. */
export const followExportsRoute = (deps: WatchDeps): Route =>
  defineRoute({
    id: 'follow_exports',
    method: 'GET',
    path: '/api/v1/exports/progress',
    tag: 'exports',
    summary:
      'Your files of leads as their making goes on: events `exports`, first with your newest 50, then with each that ' +
      'changed, with none after 10 s of nothing; `end` once none is being made.',
    permission: 'leads:export',
    peopleOnly: true,
    audit: { action: 'export.follow', entity: 'export' },
    response: Type.Array(exportItem),
    async handleStream({ caller }) {
      return (stream) =>
        watchExports(deps, caller, {
          hear: (rows) => stream.send({ event: 'exports', data: rows.map(showExport), count: rows.length }),
          over: () => stream.end('all_done'),
        });
    },
  });
