type OpusHead = {
  readonly channels: number
  /** In 256ths of a decibel. */
  readonly outputGain?: number
}

/** An Opus file of empty packets: 120 ms of nothing each, in two bytes (RFC 6716, section 3.2.5). For tests. */
export function packOggOpus(head: OpusHead, packets: number): Buffer {
  const perPage = 255
  const pages = Array.from({ length: Math.ceil(packets / perPage) }, (_, index) => {
    const before = index * perPage
    const count = Math.min(perPage, packets - before)
    const body = Array.from({ length: count }, () => packetOf(head))
    const isLast = before + count === packets
    return packPage(body, {
      number: index + 2,
      samples: (before + count) * 5760,
      flags: isLast ? 4 : 0,
    })
  })
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)])
  return Buffer.concat([
    packPage([packHead(head)], { number: 0, samples: 0, flags: 2 }),
    packPage([tags], { number: 1, samples: 0, flags: 0 }),
    ...pages,
  ])
}

/** All streams but the last say how long their frames are (RFC 6716, appendix B): not at all. */
function packetOf({ channels }: OpusHead): Buffer {
  const others = channels <= 2 ? 0 : channels - 1
  return Buffer.from([...Array(others).fill([0xfb, 6, 0]), [0xfb, 6]].flat())
}

/** The same file with another output gain in its header. */
export function withOutputGain(file: Buffer, outputGain: number): Buffer {
  const first = Buffer.from(file.subarray(0, file.indexOf('OggS', 4)))
  first.writeInt16LE(outputGain, first.indexOf('OpusHead') + 16)
  first.writeUInt32LE(0, 22)
  first.writeUInt32LE(checksum(first), 22)
  return Buffer.concat([first, file.subarray(first.length)])
}

/** RFC 7845, section 5.1. More than two channels: each its own stream (family 255). */
function packHead({ channels, outputGain = 0 }: OpusHead): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead\x01', 'latin1')
  head[9] = channels
  head.writeUInt16LE(312, 10)
  head.writeUInt32LE(48_000, 12)
  head.writeInt16LE(outputGain, 16)
  if (channels <= 2) return head
  head[18] = 255
  return Buffer.concat([head, Buffer.from([channels, 0]), Buffer.from([...Array(channels).keys()])])
}

type Page = { readonly number: number; readonly samples: number; readonly flags: number }

/** RFC 3533, section 6. */
function packPage(packets: readonly Buffer[], { number, samples, flags }: Page): Buffer {
  const lengths = packets.flatMap(({ length }) => [
    ...Array(Math.floor(length / 255)).fill(255),
    length % 255,
  ])
  const head = Buffer.alloc(27)
  head.write('OggS', 'latin1')
  head[5] = flags
  head.writeBigUInt64LE(BigInt(samples), 6)
  head.writeUInt32LE(1, 14)
  head.writeUInt32LE(number, 18)
  head[26] = lengths.length
  const page = Buffer.concat([head, Buffer.from(lengths), ...packets])
  page.writeUInt32LE(checksum(page), 22)
  return page
}

function checksum(bytes: Buffer): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0)
  }
  return sum >>> 0
}
