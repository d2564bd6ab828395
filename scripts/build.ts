import { buildWhatIsMissing } from './lib/build.ts';
import { run } from './lib/steps.ts';

await run(buildWhatIsMissing);
