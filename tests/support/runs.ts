/** Runs of a law: `usual` in every test run, as many as COUNTERSIGN_RUNS says in `npm run test:long`. */
export const runs = (usual: number) => Math.max(usual, Number(process.env.COUNTERSIGN_RUNS ?? 0));
