import { expect, it, onTestFinished } from 'vitest';
import { CUT_OFF } from '../../../src/model/topology/distanceTile.ts';
import { createModelClient } from '../../../src/worker/client.ts';
import type { Port } from '../../../src/worker/protocol.ts';
import { serve } from '../../../src/worker/serve.ts';
import { dimensions } from '../model/topology/samples.ts';

function connect() {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  serve(port2 as unknown as Port);
  port1.start();
  port2.start();
  return createModelClient(port1 as unknown as Port);
}

it('finds the distances between all pairs of a broken machine, one byte a pair', async () => {
  const wiring = dimensions('ring:6');
  const failures = [{ kind: 'node' as const, index: 3 }];
  const bytes = await connect().request('topology.distances', { wiring, failures });
  expect([...bytes.subarray(0, 6)]).toEqual([0, 1, 2, CUT_OFF, 2, 1]);
  expect(bytes).toHaveLength(36);
});

it('tells how far a picture of a large machine is, and gives it up', async () => {
  const wiring = dimensions('fullmesh:64,fullmesh:64');
  const ask = { wiring, failures: [], side: 32 };
  const client = connect();
  const controller = new AbortController();
  const given = client.request('topology.distancePicture', ask, {
    signal: controller.signal,
    onProgress: ({ done, total }) => {
      expect(done).toBeLessThan(total);
      controller.abort(new Error('another machine is asked for'));
    },
  });
  await expect(given).rejects.toThrow('another machine');
  const { side, pairs } = await client.request('topology.distancePicture', { ...ask, side: 8 });
  expect([side, pairs]).toEqual([8, [0, 4096 * 126, 4096 * 63 * 63]]);
});
