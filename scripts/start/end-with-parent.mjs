// Loaded into each service with `node --import`. Its standard input is a pipe to the start script:
// when that is gone, even by kill -9, the pipe ends and the service stops in order.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.resume()
process.stdin.unref?.()
