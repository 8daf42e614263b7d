import "./rolldown-runtime.mjs";
import { ClawError, digestFile } from "./core.mjs";
import { parentPort } from "node:worker_threads";
// packages/core/src/digest-worker.ts
const port = parentPort;
port?.on("message", ({ path, hashes }) => {
	digestFile(path, hashes).then((digests) => port.postMessage({ digests }), (error) => port.postMessage(error instanceof ClawError ? {
		code: error.code,
		message: error.message,
		remedy: error.remedy
	} : {
		code: "INTERNAL",
		message: "Hashing failed in a worker."
	}));
});
export {};
