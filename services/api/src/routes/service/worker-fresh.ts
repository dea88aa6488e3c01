/** A worker that has not been heard from for this long is not there. Workers announce every 10 s. */
export const workerFreshMs = 35_000
