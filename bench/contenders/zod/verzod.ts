import { createVersionedEntity, defineVersion } from 'verzod';
import type { z } from 'zod';
import { POWER_STATES } from '../../workload/server-data.js';
import type { Envelope } from '../../workload/wire.js';
import { agentOf, type CheckedAgent, type CheckedServer, serverOf } from '../by-hand/build.js';
import type { Contender } from '../contender.js';
import { agentSchema, oldAgentSchema, serverSteps } from './schemas.js';

export const verzod: Contender = {
  packages: ['verzod', 'zod'],
  wire: 'nested',
  checksReading: 'types, formats, enums, missing fields, envelopes; again after each step',
  checksWriting: '(does not write)',
  versions: 'one for a whole tree, up only',
  byHand: 'one schema a version, the steps, classes and dates',
  prepare: ({ servers, agents, bad, listText }) => {
    const parse = (text: string | undefined): unknown => JSON.parse(text as string);
    return {
      decode: { run: (index) => readServer(parse(servers.texts[index])) },
      'decode old': { run: (index) => readServer(parse(servers.oldTexts[index])) },
      'check good': { run: (index) => firstPath(servers.envelopes[index]) },
      'check bad': { run: (index) => firstPath(bad[index]) },
      'small decode': { run: (index) => readAgent(parse(agents.texts[index])) },
      'small decode old': { run: (index) => readAgent(parse(agents.oldTexts[index])) },
      'list decode': { run: () => (parse(listText) as readonly unknown[]).map(readServer) },
    };
  },
};

type Step<N extends keyof typeof serverSteps> = z.infer<(typeof serverSteps)[N]>;
type AgentStep = z.infer<typeof oldAgentSchema>;

const servers = createVersionedEntity({
  latestVersion: 7,
  getVersion: minor,
  versionMap: {
    4: defineVersion({ initial: true, schema: serverSteps[4] }),
    5: defineVersion({
      initial: false,
      schema: serverSteps[5],
      up: (old: Step<4>): Step<5> => {
        const { imageRef, powerState, ...rest } = old['versioned_object.data'];
        const data = { ...rest, imageId: imageRef, powerState: POWER_STATES[powerState]! };
        return { ...old, 'versioned_object.version': '1.5', 'versioned_object.data': data };
      },
    }),
    6: defineVersion({
      initial: false,
      schema: serverSteps[6],
      up: (old: Step<5>): Step<6> => {
        const data = { ...old['versioned_object.data'], hostStatus: null };
        return { ...old, 'versioned_object.version': '1.6', 'versioned_object.data': data };
      },
    }),
    7: defineVersion({
      initial: false,
      schema: serverSteps[7],
      up: (old: Step<6>): Step<7> => {
        const { flavor, ...rest } = old['versioned_object.data'];
        const flavorData = { ...flavor['versioned_object.data'], description: null };
        const newFlavor = {
          ...flavor,
          'versioned_object.version': '1.2' as const,
          'versioned_object.data': flavorData,
        };
        const data = { ...rest, progress: 0, locked: false, flavor: newFlavor };
        return { ...old, 'versioned_object.version': '1.7', 'versioned_object.data': data };
      },
    }),
  },
});

const agents = createVersionedEntity({
  latestVersion: 1,
  getVersion: minor,
  versionMap: {
    0: defineVersion({ initial: true, schema: oldAgentSchema }),
    1: defineVersion({
      initial: false,
      schema: agentSchema,
      up: (old: AgentStep) => ({
        ...old,
        'versioned_object.version': '1.1' as const,
        'versioned_object.data': { ...old['versioned_object.data'], reports: 0 },
      }),
    }),
  },
});

function minor(data: unknown): number | null {
  const version = (data as Envelope | null)?.['versioned_object.version'];
  return version === undefined ? null : Number(version.slice(version.indexOf('.') + 1));
}

function readServer(payload: unknown) {
  const result = servers.safeParse(payload);
  if (result.type === 'err') throw new Error(result.error.type);
  return serverOf(result.value as CheckedServer);
}

function readAgent(payload: unknown) {
  const result = agents.safeParse(payload);
  if (result.type === 'err') throw new Error(result.error.type);
  return agentOf(result.value as CheckedAgent);
}

function firstPath(payload: unknown): string | undefined {
  const result = servers.safeParse(payload);
  if (result.type === 'ok') return undefined;
  return result.error.type === 'GIVEN_VER_VALIDATION_FAIL'
    ? result.error.error.issues[0]?.path.join('/')
    : result.error.type;
}
