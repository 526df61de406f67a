/** Given to Node by `--import`: collects garbage all the time, as a process that waits for its user does now and then. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
setInterval(runInNewContext('gc'), 5).unref();
