/**
 * What stands between a recording that breaks out of ffmpeg and the machine. Each is a program of
 * util-linux, which every Debian has; whether the system permits it is found out by trying.
 */
export type Layer = 'no-network' | 'own-user' | 'no-new-privileges' | 'limits'

/** Best first: as many as may be, asked for in this order. */
export function layersToTry(isRoot: boolean): readonly Layer[] {
  return ['no-network', isRoot ? 'own-user' : 'no-new-privileges', 'limits']
}

/** For the log and the health page. What is missing is said too. */
export function describeConfinement(layers: readonly Layer[]): string {
  const has = (layer: Layer) => layers.includes(layer)
  return [
    has('own-user') ? 'as a user of its own' : 'as the same user as Plume',
    has('no-network')
      ? 'without network'
      : 'with network: this system does not permit taking it away',
    has('limits') ? 'with limits' : 'without limits of memory and time but the clock',
  ].join(', ')
}

/** 2 GiB made ffmpeg 5.1 run well, 400 MB made it hang for ever; each thread reserves some. */
const addressSpaceBytes = 4 * 2 ** 30
/** Its own libraries, the recording, three standard streams. */
const openFiles = 64

type Bounds = {
  /** Runs as this user and group, where there is that layer. */
  readonly userId: number
  /** Of one core. */
  readonly cpuSeconds: number
}

/**
 * The command with the layers before it. Each of them becomes the next by `exec`, so that one process,
 * which a signal reaches, is all there is.
 */
export function confine(
  layers: readonly Layer[],
  command: readonly string[],
  bounds: Bounds,
): readonly string[] {
  return [...layers.flatMap((layer) => wrapper(layer, bounds)), ...command]
}

function wrapper(layer: Layer, { userId, cpuSeconds }: Bounds): readonly string[] {
  switch (layer) {
    case 'no-network':
      // A user without rights may make a network of its own only inside a user namespace of its own.
      return process.getuid?.() === 0
        ? ['unshare', '--net', '--']
        : ['unshare', '--user', '--net', '--']
    case 'own-user':
      return [
        ...['setpriv', `--reuid=${userId}`, `--regid=${userId}`, '--clear-groups'],
        ...['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', '--'],
      ]
    case 'no-new-privileges':
      return ['setpriv', '--no-new-privs', '--']
    case 'limits':
      return [
        ...['prlimit', `--as=${addressSpaceBytes}`, `--cpu=${cpuSeconds}`, `--nofile=${openFiles}`],
        // It writes to a pipe only: no file, no memory image with somebody's voice in it.
        ...['--fsize=0', '--core=0', '--'],
      ]
  }
}
