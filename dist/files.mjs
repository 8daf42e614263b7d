import "./rolldown-runtime.mjs";
import { ClawError, ERRORS, FILE_HASHES, MAX_BUNDLE_BYTES, MAX_SUBJECTS, PAE_PREFIX, checkSubjectName, checkSubjects, checksumsText, digestSet, parseBundles, parseChecksums, parseImage, parseSha256, printable, subjectDigests, systemCode } from "./core.mjs";
import { pathInside, relativeSubjectName } from "./start.mjs";
import nodePath, { dirname, extname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { Worker } from "node:worker_threads";
import { access, glob, link, lstat, mkdir, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { constants as constants$1 } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
// packages/files/src/digest.ts
/** 4 MiB is where throughput flattens out. */
const BUFFER_BYTES = 4194304;
const MIN_BUFFER_BYTES = 65536;
/** O_NONBLOCK: opening a FIFO must not wait for a writer. Windows has neither flag. */
const READ_FLAGS = constants$1.O_RDONLY | ("O_NOFOLLOW" in constants$1 ? constants$1.O_NOFOLLOW : 0) | ("O_NONBLOCK" in constants$1 ? constants$1.O_NONBLOCK : 0);
const identity = (stats) => [
	stats.dev,
	stats.ino,
	stats.size,
	stats.mtimeNs,
	stats.ctimeNs
].join(":");
async function readAll(handle, size, consume) {
	const room = Math.min(BUFFER_BYTES, Math.max(MIN_BUFFER_BYTES, Number(size)));
	const buffers = [Buffer.allocUnsafe(room), Buffer.allocUnsafe(room)];
	let total = 0n;
	let pending = handle.read(buffers[0], 0, room, null);
	for (let turn = 0;; turn += 1) {
		const { bytesRead, buffer } = await pending;
		if (bytesRead === 0) return total;
		pending = handle.read(buffers[turn % 2 === 0 ? 1 : 0], 0, room, null);
		pending.catch(() => {});
		consume(buffer.subarray(0, bytesRead));
		total += BigInt(bytesRead);
	}
}
/**
* How the encoding of a DSSE envelope begins. A signature over such a file, taken out of its bundle, would
* be one over the statement inside: the builder of the file would choose what the key attests.
*/
const ENVELOPE_PREFIX = Buffer.from(PAE_PREFIX);
async function digestHandle(handle, path, hashes) {
	const before = await handle.stat({ bigint: true });
	if (!before.isFile()) throw new ClawError("ARTIFACT_REFUSED", `"${printable(path)}" is not a regular file.`);
	const states = hashes.map((hash) => [hash, createHash(FILE_HASHES[hash].node)]);
	let head = Buffer.alloc(0);
	const total = await readAll(handle, before.size, (bytes) => {
		if (head.length < ENVELOPE_PREFIX.length) head = Buffer.concat([head, bytes.subarray(0, ENVELOPE_PREFIX.length - head.length)]);
		for (const [, state] of states) state.update(bytes);
	});
	const after = await handle.stat({ bigint: true });
	const named = await lstat(path, { bigint: true });
	if (total !== before.size || identity(before) !== identity(after) || identity(before) !== identity(named)) throw new ClawError("ARTIFACT_CHANGED", `"${printable(path)}" changed while it was hashed.`);
	if (head.equals(ENVELOPE_PREFIX)) throw new ClawError("ARTIFACT_REFUSED", `"${printable(path)}" begins like an encoded DSSE envelope; a signature over it would be one over a statement.`);
	return digestSet(states.map(([hash, state]) => [hash, state.digest("hex")]));
}
/** Returns a ClawError as it is, and gives an error of the file system the code that `digestFile` documents. */
function readFailure(error, path) {
	if (error instanceof ClawError) return error;
	const code = systemCode(error) ?? "unknown";
	const shown = `"${printable(path)}"`;
	if (code === "ENOENT") return new ClawError("ARTIFACT_NOT_FOUND", `${shown} does not exist.`, { cause: error });
	if (code === "ELOOP" || code === "ENXIO" || code === "EISDIR") return new ClawError("ARTIFACT_REFUSED", `${shown} is not a regular file.`, { cause: error });
	return new ClawError("ARTIFACT_UNREADABLE", `${shown} could not be read (${printable(code)}).`, { cause: error });
}
/**
* Digests of the regular file at `path`, read once. Throws ARTIFACT_REFUSED for anything but a
* regular file and for an encoded DSSE envelope, ARTIFACT_CHANGED if it changes meanwhile, ARTIFACT_NOT_FOUND or ARTIFACT_UNREADABLE.
*/
async function digestFile(path, hashes) {
	try {
		await using handle = await open(path, READ_FLAGS);
		return await digestHandle(handle, path, hashes);
	} catch (error) {
		throw readFailure(error, path);
	}
}
// packages/files/src/absence.ts
/** Mistakes that the line itself shows. A file of such a name would have been found. */
const SHAPES = [
	{
		shape: /^(["']).*\1$/,
		why: ", since the quotes are taken for a part of the name",
		remedy: "Write the name without quotes."
	},
	{
		shape: /,/,
		why: ", since commas do not part names",
		remedy: "Write each name or pattern on a line of its own."
	},
	{
		shape: /^\S*[/*]\S*(?: +\S*[/*]\S*)+$/,
		why: ", since spaces do not part names",
		remedy: "Write each name or pattern on a line of its own."
	},
	{
		shape: /^~\//,
		why: ", since ~ is not the home of anybody here",
		remedy: "Put the file into the workspace, and name it from there."
	}
];
/** Inputs with patterns as lines. For them the remedy of the code holds. */
const PATTERNS = /* @__PURE__ */ new Set(["artifacts", "bundles"]);
/** The remedy for a policy, a checksums file or a predicate, which a build of this job need not write. */
const NO_ARTIFACT = "Correct the path, which starts at the top of the workspace, or get the file before this step.";
async function explainAbsence(root, pattern, input) {
	if ((await lstat(resolve(root, pattern)).catch(() => void 0))?.isDirectory() === true) {
		const inside = `${pattern.replace(/\/+$/, "")}/**`;
		return {
			why: ": it is a folder",
			remedy: `Write "${printable(inside)}" for the files in it.`
		};
	}
	if ((await readdir(root).catch(() => [])).length === 0) return {
		why: ", which is empty",
		remedy: "Check the repository out or download the artifact before this step, as with actions/checkout."
	};
	return SHAPES.find(({ shape }) => shape.test(pattern)) ?? {
		why: "",
		remedy: PATTERNS.has(input) ? void 0 : NO_ARTIFACT
	};
}
/** Makes the error for a pattern that selects nothing below `root`. */
async function absenceError(root, pattern, input) {
	const { why, remedy } = await explainAbsence(root, pattern, input);
	return new ClawError("ARTIFACT_NOT_FOUND", `Input ${input}: "${printable(pattern)}" matches no file in the workspace${why}.`, { remedy });
}
// packages/files/src/patterns.ts
const MAX_PATHS = 4 * MAX_SUBJECTS;
const MAGIC = /[*?[{(]/;
async function matches(folder, pattern) {
	const found = [];
	for await (const path of glob(pattern, { cwd: folder })) {
		found.push(resolve(folder, path));
		if (found.length > MAX_PATHS) throw new ClawError("SUBJECT_LIMIT", `"${printable(pattern)}" matches over ${MAX_PATHS} paths.`);
	}
	return found;
}
/** Whether anything is at `path`, a dangling link included. */
const exists = (path) => lstat(path).then(() => true, () => false);
/**
* What stands there under the names that `line` spells: as far as folders of exactly these names lead, and
* below them with each bracket taken for a letter. undefined where that is the pattern itself: listed twice, a
* folder that changes meanwhile would differ from itself.
*/
async function named(root, line) {
	const top = isAbsolute(line) ? parse(line).root : root;
	const parts = line.slice(isAbsolute(line) ? top.length : 0).split("/");
	let folder = top;
	let isSpelled = false;
	while (parts[0] !== void 0 && await exists(join(folder, parts[0]))) {
		isSpelled ||= MAGIC.test(parts[0]);
		folder = join(folder, parts.shift() ?? "");
	}
	if (parts.length === 0) return {
		paths: [resolve(folder)],
		isName: true
	};
	if (!isSpelled && !parts.some((part) => part.includes("["))) return void 0;
	return {
		paths: await matches(folder, parts.join("/").replaceAll("[", "[[]")),
		isName: false
	};
}
/** Reads `line` below `root`, as names before patterns. Throws SUBJECT_LIMIT. */
async function readLine(root, line) {
	const pattern = await matches(root, line);
	if (!MAGIC.test(line)) return {
		paths: pattern,
		isName: true,
		others: []
	};
	const spelled = await named(root, line);
	if (spelled === void 0 || spelled.paths.length === 0) return {
		paths: pattern,
		isName: false,
		others: []
	};
	const { paths, isName } = spelled;
	const meant = new Set(paths);
	return {
		paths,
		isName,
		others: pattern.filter((path) => !meant.has(path))
	};
}
// packages/files/src/artifact-files.ts
async function checkedFile(root, path) {
	const name = relativeSubjectName(root, path, nodePath);
	const refused = (why, remedy) => ({
		name,
		path,
		refused: new ClawError("ARTIFACT_REFUSED", `"${printable(name)}" ${why}.`, { remedy })
	});
	try {
		const stats = await lstat(path);
		if (stats.isDirectory()) return "folder";
		if (stats.isSymbolicLink()) return refused("is a symbolic link", "Name the file that it points to.");
		if (!stats.isFile()) return refused("is not a regular file");
		if (await realpath(path) !== join(await realpath(root), relative(root, path))) return refused("is reached through a symbolic link");
		return {
			name: checkSubjectName(name),
			path
		};
	} catch (error) {
		return {
			name,
			path,
			refused: readFailure(error, name)
		};
	}
}
function checkUnambiguous(meaning, line, input) {
	const [other] = meaning.others;
	if (other === void 0) return;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(line)}" is a name that stands there and, as a pattern, matches "${printable(other)}" too.`, { remedy: "Rename one of the two, or write a pattern that is nobody's name." });
}
async function selectedPaths(root, { text, input, doubt }) {
	const meaning = await readLine(root, text);
	if (doubt === "throw") checkUnambiguous(meaning, text, input);
	return {
		paths: [...meaning.paths, ...meaning.others],
		isName: meaning.isName
	};
}
/** Whether `path` is a folder or a link to one. */
const leadsToFolder = (path) => stat(path).then((stats) => stats.isDirectory(), () => false);
/**
* Returns the paths that a line excludes. A folder goes with all its content by its name, or by a pattern for it:
* `*.txt` means files, and a folder that somebody calls x.txt could hold anything.
*/
async function excludedPaths(root, line) {
	const { paths, isName } = await selectedPaths(root, line);
	if (isName || line.text.endsWith("**")) return paths;
	const folders = await Promise.all(paths.map(leadsToFolder));
	return paths.filter((_, index) => folders[index] !== true);
}
/**
* Selects files below `root` by `patterns`, in the order of names. `!pattern` excludes. A pattern that selects
* nothing is an error of its own: a typo must not become an empty selection. Throws ARTIFACT_NOT_FOUND,
* ARTIFACT_REFUSED for a path outside, SUBJECT_LIMIT, and INPUT_INVALID for a name that is in doubt.
*/
async function select(root, patterns, input, doubt) {
	const excluded = /* @__PURE__ */ new Set();
	for (const line of patterns.filter((one) => one.startsWith("!"))) for (const path of await excludedPaths(root, {
		text: line.slice(1),
		input,
		doubt
	})) excluded.add(path);
	const found = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Set();
	for (const text of patterns.filter((one) => !one.startsWith("!"))) {
		const { paths, isName } = await selectedPaths(root, {
			text,
			input,
			doubt
		});
		const kept = paths.filter((path) => !excluded.has(path));
		const checked = await Promise.all(kept.map(async (path) => [path, await checkedFile(root, path)]));
		for (const [path, one] of checked) {
			if (one !== "folder") found.set(path, one);
			if (!isName) folders.add(one === "folder" ? path : dirname(path));
		}
		if (checked.every(([, one]) => one === "folder")) throw await absenceError(root, text, input);
	}
	return {
		found: [...found.values()].toSorted((a, b) => a.name < b.name ? -1 : 1),
		folders,
		excluded
	};
}
/** Returns `found` if all of it can be used. Throws the refusal of the first that cannot. */
function usable(found) {
	return found.map((file) => {
		if ("refused" in file) throw file.refused;
		return file;
	});
}
/** The files that `patterns` select below `root`. Throws as `select`, and why the first is refused that cannot be used. */
async function selectFiles(root, patterns, input) {
	return usable((await select(root, patterns, input, "throw")).found);
}
/**
* What `patterns` match below `root`, with what cannot be used and why: for files that prove nothing by being
* there, among which anybody could have dropped a link, a pipe or an odd name. A name in doubt means all it can.
*/
async function findFiles(root, patterns, input) {
	return (await select(root, patterns, input, "report")).found;
}
/** The file at the absolute `path`. Throws as `selectFiles`. */
async function fileAt(root, path) {
	const found = await checkedFile(root, path);
	if (found === "folder") throw new ClawError("ARTIFACT_REFUSED", `"${printable(relativeSubjectName(root, path, nodePath))}" is a folder.`);
	if ("refused" in found) throw found.refused;
	return found;
}
/** The one file that `path` names. Throws INPUT_INVALID where it matches more, and as `selectFiles`. */
async function selectFile(root, path, input) {
	const [file, other] = path.startsWith("!") ? [] : await selectFiles(root, [path], input);
	if (file !== void 0 && other === void 0) return file;
	throw new ClawError("INPUT_INVALID", other === void 0 ? `Input ${input}: "${printable(path)}" excludes, and one file is wanted.` : `Input ${input}: "${printable(path)}" matches "${printable(file?.name ?? "")}", "${printable(other.name)}" and perhaps more.`, { remedy: "Name exactly one file." });
}
// packages/files/src/document.ts
async function fill(handle, buffer) {
	let length = 0;
	while (length < buffer.length) {
		const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
		if (bytesRead === 0) break;
		length += bytesRead;
	}
	return length;
}
/**
* Reads a regular file of at most `limit` bytes. Throws `code` where it is larger, ARTIFACT_REFUSED
* for a link or a device, ARTIFACT_CHANGED if its size changes meanwhile, ARTIFACT_NOT_FOUND or ARTIFACT_UNREADABLE.
*/
async function readDocument({ path, name }, { limit, code }) {
	try {
		await using handle = await open(path, READ_FLAGS);
		const stats = await handle.stat();
		if (!stats.isFile()) throw new ClawError("ARTIFACT_REFUSED", `"${printable(name)}" is not a regular file.`);
		if (stats.size > limit) throw new ClawError(code, `"${printable(name)}" is over ${limit} bytes.`);
		const buffer = Buffer.alloc(stats.size + 1);
		if (await fill(handle, buffer) !== stats.size) throw new ClawError("ARTIFACT_CHANGED", `"${printable(name)}" changed while it was read.`);
		return buffer.subarray(0, stats.size);
	} catch (error) {
		throw readFailure(error, name);
	}
}
// packages/files/src/bundle-paths.ts
/** Endings of bundles. No deployed program loads such files by itself. */
const BUNDLE_ENDINGS = [".sigstore.json", ".sigstore"];
/** Programs keep data and rules in such files too, and load all of a folder, so the content decides. */
const LINES_ENDING = ".jsonl";
/** Whether each line is a bundle or an envelope, by any signer. */
async function holdsBundlesAlone(file, limit) {
	const bytes = await readDocument(file, {
		limit,
		code: "BUNDLE_INVALID"
	}).catch((error) => {
		if (error instanceof ClawError) return void 0;
		throw error;
	});
	return bytes !== void 0 && parseBundles(bytes, file.name).every((one) => "bundle" in one);
}
/** Selects the files that hold bundles alone, the smallest first, and reads no more than `maxBytes` in all. */
async function linePaths(files, maxBytes) {
	const readable = files.flatMap((file) => "refused" in file ? [] : [file]);
	const sizes = await Promise.all(readable.map(async (file) => ({
		file,
		size: (await lstat(file.path)).size
	})));
	const paths = [];
	let left = maxBytes;
	for (const { file, size } of sizes.toSorted((a, b) => a.size - b.size)) {
		if (size > Math.min(left, MAX_BUNDLE_BYTES)) break;
		left -= size;
		if (await holdsBundlesAlone(file, size)) paths.push(file.path);
	}
	return paths;
}
/**
* Returns the absolute paths of matches of `patterns` that are bundles, because a pattern names them, by their
* ending or by their content. No more than `maxBytes` are read for that.
*/
async function bundlePaths(workspace, patterns, maxBytes) {
	const found = await findFiles(workspace, patterns, "bundles").catch((error) => {
		if (error instanceof ClawError && error.code === "ARTIFACT_NOT_FOUND") return [];
		throw error;
	});
	const isNamed = ({ name }) => patterns.includes(name) || BUNDLE_ENDINGS.some((ending) => name.endsWith(ending));
	const paths = found.filter(isNamed).map(({ path }) => path);
	const isFolder = await Promise.all(paths.map(leadsToFolder));
	const lines = found.filter((file) => !isNamed(file) && file.name.endsWith(LINES_ENDING));
	return [...paths.filter((_, index) => isFolder[index] !== true), ...await linePaths(lines, maxBytes)];
}
// packages/files/src/digest-pool.ts
const LARGE_BYTES = 67108864;
const MAX_THREADS = 8;
/** The worker stands beside this module, as .ts in the sources and as .mjs in dist/. */
const workerUrl = () => new URL(`./digest-worker${extname(import.meta.url)}`, import.meta.url);
async function runQueue(queue, results) {
	const worker = new Worker(workerUrl());
	try {
		for (let task = queue.pop(); task !== void 0; task = queue.pop()) {
			const answer = once(worker, "message");
			worker.postMessage(task);
			const [message] = await answer;
			if (message === void 0) throw new ClawError("INTERNAL", "A hashing thread gave no answer.");
			if (message.code !== void 0) throw new ClawError(message.code, message.message, { remedy: message.remedy });
			results.set(task.path, message.digests);
		}
	} finally {
		await worker.terminate();
	}
}
async function fileSize(path) {
	return stat(path).then((stats) => stats.size, () => 0);
}
/**
* Returns the digests of every file, by path. Several large files are hashed in parallel, in as many threads as
* there are cores; the others one after the other. Throws as `digestFile`.
*/
async function digestFiles(paths, hashes) {
	const large = (await Promise.all(paths.map(async (path) => ({
		path,
		size: await fileSize(path)
	})))).filter(({ size }) => size >= LARGE_BYTES);
	const parallel = large.length >= 2 ? large : [];
	const queue = parallel.toSorted((a, b) => a.size - b.size).map(({ path }) => ({
		path,
		hashes
	}));
	const threads = Math.min(queue.length, availableParallelism(), MAX_THREADS);
	const results = /* @__PURE__ */ new Map();
	const pools = Array.from({ length: threads }, () => runQueue(queue, results));
	const inPool = new Set(parallel.map(({ path }) => path));
	const here = async () => {
		for (const path of paths) if (!inPool.has(path)) results.set(path, await digestFile(path, hashes));
	};
	await Promise.all([...pools, here()]);
	return results;
}
// packages/files/src/subject-selection.ts
const MAX_CHECKSUMS_BYTES = 4194304;
/** The checksums file that `path` names, and what it lists. */
async function readChecksums(root, path) {
	const file = await selectFile(root, path, "checksums");
	const bytes = await readDocument(file, {
		limit: MAX_CHECKSUMS_BYTES,
		code: "CHECKSUMS_INVALID"
	});
	return {
		file,
		listed: parseChecksums(checksumsText(bytes, file.name), file.name)
	};
}
/** Makes one subject for each name, with every digest that the list has of it. */
function fromListed(listed) {
	return [...Map.groupBy(listed, ({ name }) => name)].map(([name, entries]) => {
		const digests = digestSet(entries.map(({ hash, digest }) => [hash, digest]));
		const further = [...digests].filter(([hash]) => hash !== "sha256");
		return {
			name,
			digest: digests.get("sha256"),
			...further.length === 0 ? {} : { further: digestSet(further) },
			source: "checksums"
		};
	});
}
/** Leaves out the listed digests that agree with a file hashed here. Others stay, as a second subject of one name. */
function withoutAgreeing(others, files) {
	return others.filter((other) => {
		const own = files.get(other.name)?.digests;
		const agrees = ([hash, digest]) => own?.get(hash) === digest;
		return other.source !== "checksums" || own === void 0 || ![...subjectDigests(other)].every(agrees);
	});
}
const fromAnnounced = (subject) => ({
	name: checkSubjectName(subject.name),
	digest: parseSha256(subject.digest, "GITHUB_ARTIFACTS_LIST"),
	source: "announced"
});
function namesNothing(sources) {
	return sources.artifacts.length === 0 && sources.images.length === 0 && sources.checksums === void 0;
}
/** Files that were hashed here, and everything else that is named. `hashes` are computed beside SHA-256. */
async function hashSubjects(files, others, hashes) {
	const digests = await digestFiles(files.map(({ path }) => path), [.../* @__PURE__ */ new Set(["sha256", ...hashes])]);
	const hashed = files.map(({ name, path }) => ({
		name,
		path,
		digests: digests.get(path) ?? digestSet([])
	}));
	const subjects = hashed.map(({ name, digests: own }) => {
		const digest = own.get("sha256");
		if (digest === void 0) throw new ClawError("INTERNAL", "A file was not hashed.");
		return {
			name,
			digest,
			source: "file"
		};
	});
	const byName = new Map(hashed.map(({ name, path, digests: own }) => [name, {
		path,
		digests: own
	}]));
	return {
		subjects: checkSubjects([...subjects, ...withoutAgreeing(others, byName)]),
		files: byName
	};
}
/**
* All subjects that the inputs of a signing step name, hashed and checked; what a checksums file lists is
* taken at its word. The gate uses `selectDeployment`, which takes no word. Throws a ClawError.
*/
async function selectSubjects(root, sources, hashes = []) {
	if (namesNothing(sources)) return {
		subjects: checkSubjects(sources.announced.map(fromAnnounced)),
		files: /* @__PURE__ */ new Map()
	};
	const images = sources.images.map((image) => parseImage(image, "images"));
	const { listed } = sources.checksums === void 0 ? { listed: [] } : await readChecksums(root, sources.checksums);
	const files = await selectFiles(root, sources.artifacts, "artifacts");
	const names = new Set(files.map(({ name }) => name));
	const compared = listed.filter(({ name }) => names.has(name)).map(({ hash }) => hash);
	return hashSubjects(files, [...images, ...fromListed(listed)], [...hashes, ...compared]);
}
// packages/files/src/whole-folders.ts
const MAX_ENTRIES = 4 * MAX_SUBJECTS;
const MAX_SHOWN = 3;
async function list(folder, listing) {
	const { known, seen, left } = listing;
	if (known.has(folder) || seen.has(folder)) return;
	seen.add(folder);
	const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
		throw readFailure(error, folder);
	});
	for (const entry of entries) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) await list(path, listing);
		else if (!seen.has(path)) {
			seen.add(path);
			if (!known.has(path)) left.push(path);
		}
		if (seen.size > MAX_ENTRIES) throw new ClawError("SUBJECT_LIMIT", `The folders of the artifacts hold over ${MAX_ENTRIES} paths.`);
	}
}
/** Throws INPUT_INVALID where files are selected and their folder is excluded: one of the two is a mistake. */
function checkExclusions({ found, excluded }, root, input) {
	for (const { name } of found) {
		const parts = name.split("/");
		const folder = parts.map((_, index) => parts.slice(0, index).join("/")).find((above) => excluded.has(join(root, above)));
		if (folder !== void 0) throw new ClawError("INPUT_INVALID", `Input ${input}: a line excludes the folder "${printable(folder)}", and another selects "${printable(name)}" in it.`, { remedy: `Write "!${printable(folder)}/**" to exclude the files too.` });
	}
}
/**
* Throws ARTIFACT_REFUSED where something lies in the folders of a selection that is neither selected, nor
* excluded by name or with its folder, nor in `known`, the paths that the step reads for other inputs.
*/
async function checkFoldersWhole(root, selection, { input, known }) {
	checkExclusions(selection, root, input);
	const listing = {
		known: /* @__PURE__ */ new Set([
			...selection.excluded,
			...selection.found.map(({ path }) => path),
			...known
		]),
		seen: /* @__PURE__ */ new Set(),
		left: []
	};
	for (const folder of selection.folders) await list(folder, listing);
	if (listing.left.length === 0) return;
	const names = listing.left.map((path) => relativeSubjectName(root, path, nodePath)).toSorted();
	const shown = names.slice(0, MAX_SHOWN).map((name) => `"${printable(name)}"`);
	const rest = names.length > MAX_SHOWN ? ` and ${names.length - MAX_SHOWN} more` : "";
	throw new ClawError("ARTIFACT_REFUSED", `Input ${input}: ${shown.join(", ")}${rest} would be deployed with the folder, and nothing selects it.`, { remedy: "Select it, exclude it by name after \"!\", or keep what is deployed in a folder of its own." });
}
// packages/files/src/deployment.ts
/** A list is made in the workspace or beside the files, and its names are relative to where it was made. */
async function locateListedFile(root, checksums, listed) {
	const places = new Set([root, dirname(checksums.path)].map((folder) => resolve(folder, listed.name)));
	const standing = [];
	for (const path of places) if (await exists(path)) standing.push(path);
	const [path, other] = standing;
	if (path === void 0) throw new ClawError("ARTIFACT_NOT_FOUND", `${listed.place}: "${printable(listed.name)}" is no file in the workspace, and the gate judges only what it can hash.`, { remedy: "Put the file there, or name images in the input images." });
	if (other !== void 0) throw new ClawError("INPUT_INVALID", `${listed.place}: "${printable(listed.name)}" is a file both in the workspace and beside the list.`, { remedy: "Remove the one that is not meant." });
	return {
		file: await fileAt(root, path),
		listed
	};
}
async function listedFiles(root, checksums) {
	if (checksums === void 0) return [];
	const { file, listed } = await readChecksums(root, checksums);
	const files = [];
	for (const one of listed) files.push(await locateListedFile(root, file, one));
	return files;
}
/** Adds listed files and their folders, except for the workspace: that holds the checkout and the files of the step. */
const withListed = (root, selection, listed) => ({
	...selection,
	found: [...new Map([...selection.found, ...listed.map(({ file }) => file)].map((file) => [file.path, file])).values()],
	folders: /* @__PURE__ */ new Set([...selection.folders, ...listed.map(({ file }) => dirname(file.path)).filter((folder) => folder !== resolve(root))])
});
/**
* The files and images that `sources` name. `known` are the paths that the step reads for other inputs: they
* may lie beside the artifacts. Throws as `selectFiles` and `checkFoldersWhole`, ARTIFACT_NOT_FOUND for a
* listed file that is absent, and why a checksums file is refused.
*/
async function selectDeployment(root, { artifacts, images, checksums }, known) {
	const [selection, listed] = await Promise.all([select(root, artifacts, "artifacts", "throw"), listedFiles(root, checksums)]);
	const whole = withListed(root, selection, listed);
	const files = usable(whole.found);
	await checkFoldersWhole(root, whole, {
		input: "artifacts",
		known
	});
	return {
		files,
		images: images.map((image) => parseImage(image, "images")),
		listed
	};
}
function checkListed({ file, listed }, { files }) {
	if (files.get(file.name)?.digests.get(listed.hash) === listed.digest) return;
	throw new ClawError("CHECKSUM_MISMATCH", `${listed.place}: "${printable(file.name)}" does not have the ${listed.hash} digest that is listed.`);
}
/** Hashes them, by `hashes` and SHA-256. Throws CHECKSUM_MISMATCH for a listed file of another digest, and as `digestFiles`. */
async function hashDeployment({ files, images, listed }, hashes) {
	const selected = await hashSubjects(files, images, [...hashes, ...listed.map(({ listed: one }) => one.hash)]);
	for (const one of listed) checkListed(one, selected);
	return selected;
}
// packages/files/src/bundle-names.ts
const BUNDLE_SUFFIX = ".sigstore.json";
/** The part of a name for its predicate type: the type's last part that is no version. */
const predicateSuffix = (predicateType) => {
	if (predicateType === void 0) return "";
	return `.${(predicateType.split(/[/:]/).filter((part) => /[A-Za-z]/.test(part) && !/^v[0-9.]+$/.test(part)).at(-1) ?? "statement").toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-")}`;
};
/** The deepest folder that holds every subject. */
function commonFolder(names) {
	const [first, ...others] = names.map((name) => name.split("/").slice(0, -1));
	return (first ?? []).filter((_, index, all) => others.every((other) => all.slice(0, index + 1).every((part, at) => other[at] === part))).join("/");
}
/** The path of a bundle. An image name is not a path, so only its last part is used. */
function pathFor({ bundle, position, of }) {
	const kind = predicateSuffix(bundle.predicateType);
	const [only, ...more] = bundle.subjects;
	if (only !== void 0 && more.length === 0) return `${only.source === "file" ? only.name : only.name.split("/").at(-1) ?? only.name}${kind}${BUNDLE_SUFFIX}`;
	const folder = commonFolder(bundle.subjects.filter(({ source }) => source === "file").map(({ name }) => name));
	const part = of === 1 ? "" : `-${position + 1}-of-${of}`;
	return join(folder, `artifacts${part}${kind}${BUNDLE_SUFFIX}`).replaceAll("\\", "/");
}
/** Returns the workspace-relative paths for `bundles`. */
function bundleNames(destination, bundles) {
	return bundles.map((bundle, position) => {
		const path = pathFor({
			bundle,
			position,
			of: bundles.length
		});
		return destination.folder === void 0 ? path : join(destination.folder, path).replaceAll("\\", "/");
	});
}
// packages/files/src/evidence-files.ts
async function documentIn(file) {
	const { size } = await lstat(file.path);
	if (size > MAX_BUNDLE_BYTES) throw new ClawError("BUNDLE_INVALID", `"${printable(file.name)}" is over ${MAX_BUNDLE_BYTES} bytes.`);
	return {
		name: file.name,
		size,
		read: () => readDocument(file, {
			limit: size,
			code: "ARTIFACT_CHANGED"
		})
	};
}
async function checkedDocument(file) {
	if ("refused" in file) return {
		name: file.name,
		refused: file.refused
	};
	try {
		return await documentIn(file);
	} catch (error) {
		return {
			name: file.name,
			refused: readFailure(error, file.name)
		};
	}
}
/** The remedy of the error itself; undefined where it is only that of its code. */
const ownRemedy = ({ code, remedy }) => remedy === ERRORS[code].remedy ? void 0 : remedy;
/** The files below `workspace` that match `patterns`. Throws EVIDENCE_NOT_FOUND where a pattern matches none. */
async function findDocuments(workspace, patterns) {
	const found = await findFiles(workspace, patterns, "bundles").catch((error) => {
		if (error instanceof ClawError && error.code === "ARTIFACT_NOT_FOUND") throw new ClawError("EVIDENCE_NOT_FOUND", error.message, {
			cause: error,
			remedy: ownRemedy(error)
		});
		throw error;
	});
	return Promise.all(found.map(checkedDocument));
}
// packages/files/src/exclusive-file.ts
/** The path at which the file of `target` is written before it appears. */
const temporaryFor = (target) => join(dirname(target), `.${randomUUID()}.tmp`);
/** Writes all of `text` to a file that does not exist yet. */
async function writeWhole(path, text) {
	await using handle = await open(path, "wx", 420);
	await handle.writeFile(text);
	await handle.sync();
}
/** Removes what is there. A failure to do so must not hide the error that called for it. */
const discard = (path) => rm(path, { force: true }).catch(() => void 0);
/**
* Takes the name with an empty file, which fails where anything has it, a link included; then puts the whole file
* in its place. A kill in between leaves an empty file, never half of one.
*/
async function takeName(temporary, target) {
	await (await open(target, "wx", 420)).close();
	try {
		await rename(temporary, target);
	} catch (error) {
		await discard(target);
		throw error;
	}
}
/**
* Gives the whole file `temporary` the name `target`, and fails with EEXIST where something has it. File systems
* without hard links say so with EPERM, EOPNOTSUPP, ENOSYS, EINVAL, EACCES, EXDEV or EIO, depending on who serves
* them: whatever it is, the other way fails as well if the cause is another.
*/
async function place(temporary, target, linkFile = link) {
	try {
		await linkFile(temporary, target);
	} catch (error) {
		if (systemCode(error) === "EEXIST") throw error;
		await takeName(temporary, target);
	}
}
/** A random name that is as long as `name` in bytes and ends like it: whether the file system takes such a name shows in trying. */
function likeName(name) {
	const random = `.${randomUUID()}`;
	const tail = Array.from(name).toReversed();
	const room = Buffer.byteLength(name) - random.length;
	let kept = "";
	for (const letter of tail) {
		if (Buffer.byteLength(letter + kept) > room) break;
		kept = letter + kept;
	}
	return random + "0".repeat(Math.max(0, room - Buffer.byteLength(kept))) + kept;
}
/** Tries the steps of writing `name` in `folder`, which exists, and leaves nothing. Throws the errors of the file system. */
async function tryPlacing(folder, name) {
	const trial = join(folder, likeName(name));
	const temporary = temporaryFor(trial);
	try {
		await writeWhole(temporary, "");
		await place(temporary, trial);
	} finally {
		await Promise.all([temporary, trial].map(discard));
	}
}
// packages/files/src/folder-store.ts
const TOO_LONG = "its name is longer than the file system takes";
const failure = (error, path) => {
	const code = systemCode(error) ?? "unknown";
	if (code === "EEXIST") return new ClawError("EVIDENCE_EXISTS", `"${printable(path)}" exists already; it is not overwritten.`, { cause: error });
	return new ClawError("EVIDENCE_WRITE_FAILED", `"${printable(path)}" could not be written${code === "ENAMETOOLONG" ? `: ${TOO_LONG}` : ` (${printable(code)})`}.`, { cause: error });
};
/** Whether something is at `path`, a dangling link included. Throws where no file could be. */
async function isTaken(path) {
	try {
		await lstat(path);
		return true;
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return false;
		throw error;
	}
}
/** Throws EVIDENCE_WRITE_FAILED where a link leads out of the workspace. */
async function checkInside(workspace, folder, path) {
	if (pathInside(await realpath(workspace), await realpath(folder), nodePath) === void 0) throw new ClawError("EVIDENCE_WRITE_FAILED", `"${printable(path)}" leads out of the workspace through a link.`);
}
/** `folder`, or the deepest one above it that exists. */
async function deepestExisting(folder) {
	let existing = folder;
	while (existing !== dirname(existing) && !await stat(existing).then(() => true, () => false)) existing = dirname(existing);
	return existing;
}
/** Makes the folder of `target`. A link on the way is found before anything is made behind it. */
async function makeFolder(workspace, target, path) {
	const folder = dirname(target);
	await checkInside(workspace, await deepestExisting(folder), path);
	await mkdir(folder, { recursive: true });
	await checkInside(workspace, folder, path);
}
/** Throws EVIDENCE_WRITE_FAILED where `folder` could not be made and written, or is outside the workspace. */
async function checkFolder(workspace, folder) {
	const existing = await deepestExisting(resolve(workspace, folder));
	if (!await access(existing, constants$1.W_OK).then(() => true, () => false) || !(await stat(existing)).isDirectory()) throw new ClawError("EVIDENCE_WRITE_FAILED", `The folder "${printable(folder)}" cannot be written.`);
	await checkInside(workspace, existing, folder);
}
/** Tries one name of each length in each folder: the file system gives all names of one length the same answer. */
async function tryNames(workspace, paths) {
	const tried = /* @__PURE__ */ new Set();
	for (const path of paths) {
		const target = resolve(workspace, path);
		const folder = await deepestExisting(dirname(target));
		for (const name of relative(folder, target).split(sep)) {
			const kind = `${Buffer.byteLength(name)} ${folder}`;
			if (tried.has(kind)) continue;
			tried.add(kind);
			await tryPlacing(folder, name).catch((error) => {
				throw failure(error, path);
			});
		}
	}
}
/** Checks that each bundle could be written under its name, and that nothing stands where it would go. */
async function checkUnoccupied(destination, planned) {
	const paths = bundleNames(destination, planned);
	for (const folder of new Set(paths.map((path) => dirname(path)))) await checkFolder(destination.workspace, folder);
	for (const path of paths) if (await isTaken(resolve(destination.workspace, path)).catch((error) => {
		throw failure(error, path);
	})) throw failure({ code: "EEXIST" }, path);
	await tryNames(destination.workspace, paths);
}
/**
* Writes all bundles or none: each is complete under a name of its own before the first appears under
* its final name, and an existing file is never replaced. A kill between two of those last moments leaves
* complete bundles without their siblings, and no outputs.
*/
async function storeBundles(destination, bundles) {
	const paths = bundleNames(destination, bundles);
	const temporaries = [];
	const published = [];
	let current = "";
	try {
		for (const [index, bundle] of bundles.entries()) {
			current = paths[index] ?? "";
			const target = resolve(destination.workspace, current);
			await makeFolder(destination.workspace, target, current);
			const temporary = temporaryFor(target);
			temporaries.push(temporary);
			await writeWhole(temporary, bundle.json);
		}
		for (const [index, temporary] of temporaries.entries()) {
			current = paths[index] ?? "";
			const target = resolve(destination.workspace, current);
			await place(temporary, target);
			published.push(target);
		}
	} catch (error) {
		await Promise.all(published.map(discard));
		throw error instanceof ClawError ? error : failure(error, current);
	} finally {
		await Promise.all(temporaries.map(discard));
	}
	return bundles.map((bundle, index) => ({
		path: paths[index] ?? "",
		bundle
	}));
}
/**
* Keeps evidence as files of the workspace. Bundles are put at the destination; `patterns` select those that are
* looked at, by any author. Putting bundles takes no pattern.
*/
function folderStore(destination, patterns = []) {
	const { workspace, folder } = destination;
	return {
		check: async () => {
			await checkFolder(workspace, folder ?? ".");
			return folder ?? "beside the artifacts";
		},
		plan: (planned) => checkUnoccupied(destination, planned),
		put: (bundles) => storeBundles(destination, bundles),
		find: () => findDocuments(workspace, patterns)
	};
}
export { bundlePaths, digestFile, digestFiles, folderStore, hashDeployment, readDocument, selectDeployment, selectFile, selectSubjects };
