// Constants of the DS2 SP format, as measured from recorders' own software and documented by the
// projects named in NOTICE. Facts, not code.

/** How much of the excitation one pitch period ago comes back. */
export const pitchGains: readonly number[] = [
  0.049805, 0.112793, 0.175781, 0.238281, 0.30127, 0.364258, 0.427246, 0.490234, 0.553223, 0.615723,
  0.678711, 0.741699, 0.804688, 0.867676, 0.930176, 0.993164, 1.056152, 1.119141, 1.182129,
  1.245117, 1.307617, 1.370605, 1.433594, 1.496582, 1.55957, 1.622559, 1.685059, 1.748047, 1.811035,
  1.874023, 1.937012, 2,
]

/** How high a pulse is, before the gain. */
export const pulseHeights: readonly number[] = [
  -0.951599, -0.679718, -0.407837, -0.135956, 0.135956, 0.407837, 0.679718, 0.951599,
]
