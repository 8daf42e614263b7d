import "./rolldown-runtime.mjs";
import { ClawError } from "./core.mjs";
import { digestFile } from "./files.mjs";
import { parentPort } from "node:worker_threads";
// packages/files/src/digest-worker.ts
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
