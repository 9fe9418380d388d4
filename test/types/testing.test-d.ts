import nodeTest from 'node:test';
import avaTest from 'ava';
import { test as vitestTest } from 'vitest';
import { defaultRegistry } from '../../lib/index.js';
import { fingerprintTest, windowTest } from '../../lib/testing/index.js';

/** The tests of these runners are taken as they are. */
export function declareInEachRunner(): void {
  fingerprintTest(avaTest, defaultRegistry, 'history');
  fingerprintTest(nodeTest, defaultRegistry, 'history');
  fingerprintTest(vitestTest, defaultRegistry, 'history');
  windowTest(avaTest, defaultRegistry, { history: 'history' });
  windowTest(nodeTest, defaultRegistry);
  windowTest(vitestTest, defaultRegistry);
  // @ts-expect-error -- a runner that is given the function first is none of these
  fingerprintTest((run: () => void, title: string) => [run, title], defaultRegistry, 'history');
}
