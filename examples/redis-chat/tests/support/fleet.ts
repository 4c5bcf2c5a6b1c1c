import { startHealthy } from './healthy-app';
import { type Nginx, startNginx } from './nginx';
import { Redis } from './redis';
import type { AppServer } from './server';

/** Processes of the app behind nginx, connected by Redis. */
export interface Fleet {
  readonly redis: Redis;
  readonly apps: AppServer[];
  readonly nginx: Nginx;
  /** Restarts a process on the same port. */
  restart(index: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a fleet.
 *
 * @param count number of processes
 * @param redisOptions additional options of Redis
 */
export async function startFleet(
  count: number,
  redisOptions: readonly string[] = [],
): Promise<Fleet> {
  const redis = await Redis.start(redisOptions);
  const env = { REDIS_URL: redis.url };
  const apps: AppServer[] = [];
  for (let index = 0; index < count; index++) {
    apps.push(await startHealthy(env));
  }
  const nginx = await startNginx(apps.map(({ url }) => url));
  return {
    ...{ redis, apps, nginx },
    async restart(index) {
      const PORT = new URL(apps[index]?.url ?? '').port;
      apps[index] = await startHealthy({ ...env, PORT });
    },
    async stop() {
      await nginx.stop();
      await Promise.all(apps.map((app) => app.stop()));
      await redis.stop();
    },
  };
}
