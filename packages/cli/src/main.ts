// Says which Node.js it takes before anything is loaded that an older one cannot even read.
const NEEDED = 24
const found = Number(process.versions.node.split('.')[0])

if (found >= NEEDED) {
  const { clawx } = await import('./clawx.ts')
  await clawx()
} else {
  process.stderr.write(`clawx needs Node.js ${NEEDED} or newer; this is ${process.version}.\n`)
  process.exitCode = 2
}
