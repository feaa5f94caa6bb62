import { closeSync, openSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock } from '../../../../src/press/lock.ts';

/*
 * `node lock-user.ts LOCK ROOM WAY`: takes a lock and enters a room that has place for one. Says
 * "waited" when it had to; fails when somebody is in the room. `dies` in it instead of leaving.
 */

const [lock = '', room = '', way] = process.argv.slice(2);
const unlock = await takeLock(lock, () => console.log('waited'));
closeSync(openSync(room, 'wx'));
await sleep(20);
rmSync(room);
if (way === 'dies') process.kill(process.pid, 'SIGKILL');
unlock();
