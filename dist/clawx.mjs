// packages/cli/src/main.ts
const NEEDED = 24;
if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
	const { clawx } = await import("./clawx2.mjs");
	await clawx();
} else {
	process.stderr.write(`clawx needs Node.js ${NEEDED} or newer; this is ${process.version}.\n`);
	process.exitCode = 2;
}
export {};
