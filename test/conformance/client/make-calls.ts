import type { AuthAdapter, ToolDefinition } from 'theleadrouter-mcp';
import { classify, faultsOf, type Outcome, type Verdict } from './client-classes.ts';
import { inputOf } from './client-inputs.ts';
import type { Scene } from './client-scene.ts';

const DESTRUCTIVE = /^(scrub|return|merge|transfer|opt_out|cascade|cherry|exit|revoke|regenerate|reject|bulk)/;

/** A campaign is unlinked before it is linked elsewhere, and a session is changed before it is submitted. */
const TAKEN_FORWARD = new Set(['unlink_campaign_from_offer', 'update_lead_session']);

/** Makes come before reads, reads before changes, and what takes away last, the deepest paths first. */
export function orderOf({ name, metadata: { method, path: route } }: ToolDefinition): number {
  const depth = route.split('/').length / 100;
  if (TAKEN_FORWARD.has(name)) return 1.9;
  if (method === 'DELETE') return 6 - depth;
  if (DESTRUCTIVE.test(name)) return 5;
  if (method === 'POST') return (route.includes('{') ? 2 : 1) + depth;
  return method === 'GET' || method === 'INLINE' ? 3 : 4;
}

/** Makes one call, as the client's own server does: its schema first, then its handler. */
async function attempt(scene: Scene, tool: ToolDefinition, onlyRequired: boolean): Promise<Outcome> {
  const adapter = scene.adapterOf(tool);
  let sentBody = false;
  const watching: AuthAdapter = {
    fetch(route, options) {
      sentBody ||= options?.body !== undefined;
      return adapter.fetch(route, options);
    },
  };
  const input = await inputOf(tool, scene, onlyRequired);
  try {
    return { answer: await tool.handler(input, watching), sentBody };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { answer: undefined, threw: error.message, sentBody };
  }
}

function remember(scene: Scene, tool: ToolDefinition, answer: unknown): void {
  const data = (answer as { data?: { id?: unknown; sessionKey?: unknown; pingId?: unknown } } | undefined)?.data;
  const id = data?.sessionKey ?? data?.pingId ?? data?.id;
  if (tool.metadata.method === 'POST' && typeof id === 'string') scene.created.set(tool.metadata.path, id);
}

/** A call with all its schema knows; if that is refused, with only what it demands. */
export async function fare(scene: Scene, tool: ToolDefinition): Promise<Verdict> {
  const whole = await attempt(scene, tool, false);
  remember(scene, tool, whole.answer);
  const verdict = classify(tool, whole);
  if (verdict.class !== 'not yet') return verdict;
  if (process.env['CAREROUTE_SHOW_CALLS']) console.log(tool.name, verdict.detail, faultsOf(whole.answer));
  if (!verdict.detail.startsWith('400')) return verdict;
  const bare = await attempt(scene, tool, true);
  remember(scene, tool, bare.answer);
  const second = classify(tool, bare);
  if (second.class !== 'works' && second.class !== 'partly') return verdict;
  return {
    class: 'partly',
    detail: [`not all it may send: ${faultsOf(whole.answer)}`, second.detail].join(' ').trim(),
  };
}
