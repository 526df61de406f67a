import type { Desk } from '../desk';
import type { DeskPorts } from '../ports';
import { changeKeyPassword } from './change-key-password';
import { removeKey } from './remove-key';

/** What a holder does with a key that lies here. There is no case that gives one out, and there will be none. */
export function keyCases(ports: DeskPorts): Pick<Desk, 'changeKeyPassword' | 'removeKey'> {
  return {
    changeKeyPassword: changeKeyPassword(ports),
    removeKey: removeKey(ports),
  };
}
