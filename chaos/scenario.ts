import type { Measure } from '../bench/report.ts';
import type { Stage } from './world.ts';

/** One way to make the product suffer, and what must hold all the same. */
export interface Scenario {
  /** As the table has it. */
  name: string;
  /** Asks for Redis besides. */
  needsRedis?: boolean;
  /** Resolves to what was measured; a rejection counts as missed. */
  run(stage: Stage): Promise<Measure[]>;
}

/** A measure that holds or doesn't. */
export function holds(what: string, measured: string, bound: string, kept: boolean): Measure {
  return { what, measured, bound, kept };
}

/** All of them, and nothing less. */
export function all(what: string, count: number, of: number, failures = ''): Measure {
  return holds(what, `${count} of ${of}${failures && ` (${failures})`}`, 'all', count === of && of > 0);
}
