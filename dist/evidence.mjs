import "./rolldown-runtime.mjs";
import { ClawError, isPrintable, printable, subjectNameOf } from "./core.mjs";
import nodePath, { dirname, join, relative, resolve, sep } from "node:path";
import { access, link, lstat, mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { constants as constants$1 } from "node:fs";
import { randomUUID } from "node:crypto";
// packages/evidence/src/exclusive-file.ts
/** What the file system answers. */
const codeOf = (error) => typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown";
/** Where the file of `target` is written before it appears. */
const temporaryFor = (target) => join(dirname(target), `.${randomUUID()}.tmp`);
/** Writes all of `text` to a file that does not exist yet. */
async function writeWhole(path, text) {
	await using handle = await open(path, "wx", 420);
	await handle.writeFile(text);
	await handle.sync();
}
/** Removes what is there. What cannot be removed does not hide why it was to be. */
const discard = (path) => rm(path, { force: true }).catch(() => void 0);
/**
* Takes the name with an empty file, which fails where something has it, a link included; then puts the whole
* file in its place. A kill in between leaves the name taken and empty, never half a file.
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
		if (codeOf(error) === "EEXIST") throw error;
		await takeName(temporary, target);
	}
}
/** A free name as long as `name`, in bytes and beginning otherwise: whether it can be had shows in trying. */
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
/** Tries in `folder`, which exists, what writing `name` there will take, and leaves nothing. Throws what the file system answers. */
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
// packages/evidence/src/bundle-files.ts
const BUNDLE_SUFFIX = ".sigstore.json";
/** The path of `folder` relative to `root`, with forward slashes; undefined where it is outside. */
function insideOf(root, folder, paths) {
	try {
		return subjectNameOf(root, folder, paths);
	} catch {
		return;
	}
}
/** `file:` or `file:<folder>`, one of them. `paths` are the rules of the platform. Throws INPUT_INVALID. */
function parseFileDestination(text, workspace, input, paths = nodePath) {
	if (!text.startsWith("file:") || !isPrintable(text)) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not file: or file:<folder>.`);
	const folder = text.slice(5);
	if (folder === "") return {
		workspace,
		folder: void 0
	};
	const inside = insideOf(workspace, paths.resolve(workspace, folder), paths);
	if (inside === void 0) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(folder)}" is outside the workspace.`);
	return {
		workspace,
		folder: inside
	};
}
const kindOf = (predicateType) => {
	if (predicateType === void 0) return "";
	return `.${(predicateType.split(/[/:]/).filter((part) => /[A-Za-z]/.test(part) && !/^v[0-9.]+$/.test(part)).at(-1) ?? "statement").toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-")}`;
};
/** The deepest folder that holds every subject. */
function commonFolder(names) {
	const [first, ...others] = names.map((name) => name.split("/").slice(0, -1));
	return (first ?? []).filter((_, index, all) => others.every((other) => all.slice(0, index + 1).every((part, at) => other[at] === part))).join("/");
}
/** An image name is not a path: only its last part names the file. */
function pathFor({ bundle, position, of }) {
	const kind = kindOf(bundle.predicateType);
	const [only, ...more] = bundle.subjects;
	if (only !== void 0 && more.length === 0) return `${only.source === "file" ? only.name : only.name.split("/").at(-1) ?? only.name}${kind}${BUNDLE_SUFFIX}`;
	const folder = commonFolder(bundle.subjects.filter(({ source }) => source === "file").map(({ name }) => name));
	const part = of === 1 ? "" : `-${position + 1}-of-${of}`;
	return join(folder, `artifacts${part}${kind}${BUNDLE_SUFFIX}`).replaceAll("\\", "/");
}
/** The paths that `bundles` would get, workspace-relative. */
function bundlePaths(destination, bundles) {
	return bundles.map((bundle, position) => {
		const path = pathFor({
			bundle,
			position,
			of: bundles.length
		});
		return destination.folder === void 0 ? path : join(destination.folder, path).replaceAll("\\", "/");
	});
}
const TOO_LONG = "its name is longer than the file system takes";
const failure = (error, path) => {
	const code = codeOf(error);
	if (code === "EEXIST") return new ClawError("EVIDENCE_EXISTS", `"${printable(path)}" exists already; it is not overwritten.`, { cause: error });
	return new ClawError("EVIDENCE_WRITE_FAILED", `"${printable(path)}" could not be written${code === "ENAMETOOLONG" ? `: ${TOO_LONG}` : ` (${printable(code)})`}.`, { cause: error });
};
/** Whether something is at `path`, which lstat says even of a link to nothing. Throws where no file could be. */
async function isTaken(path) {
	try {
		await lstat(path);
		return true;
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return false;
		throw error;
	}
}
async function insideWorkspace(workspace, folder, path) {
	if (insideOf(await realpath(workspace), await realpath(folder), nodePath) === void 0) throw new ClawError("EVIDENCE_WRITE_FAILED", `"${printable(path)}" leads out of the workspace through a link.`);
}
/** `folder` or the deepest of those above it that is there. */
async function deepestExisting(folder) {
	let existing = folder;
	while (existing !== dirname(existing) && !await stat(existing).then(() => true, () => false)) existing = dirname(existing);
	return existing;
}
/** Makes the folder of `target`. A link on the way is found before anything is made behind it. */
async function makeFolder(workspace, target, path) {
	const folder = dirname(target);
	await insideWorkspace(workspace, await deepestExisting(folder), path);
	await mkdir(folder, { recursive: true });
	await insideWorkspace(workspace, folder, path);
}
/** Throws EVIDENCE_WRITE_FAILED where `folder` could not be made and written, or is outside the workspace. */
async function checkFolder(workspace, folder) {
	const existing = await deepestExisting(resolve(workspace, folder));
	if (!await access(existing, constants$1.W_OK).then(() => true, () => false) || !(await stat(existing)).isDirectory()) throw new ClawError("EVIDENCE_WRITE_FAILED", `The folder "${printable(folder)}" cannot be written.`);
	await insideWorkspace(workspace, existing, folder);
}
/**
* Checks before anything is signed that the destination can be written and is inside the workspace.
* Throws EVIDENCE_WRITE_FAILED.
*/
const checkDestination = ({ workspace, folder }) => checkFolder(workspace, folder ?? ".");
/** Names of one length meet one answer: what is tried once for a folder holds for all of them. */
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
/**
* Checks before anything is signed that each bundle could be written under its name and no file stands where it
* would go. The write itself is what decides; this only spares a signature. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED.
*/
async function checkUnoccupied(destination, planned) {
	const paths = bundlePaths(destination, planned);
	for (const folder of new Set(paths.map((path) => dirname(path)))) await checkFolder(destination.workspace, folder);
	for (const path of paths) if (await isTaken(resolve(destination.workspace, path)).catch((error) => {
		throw failure(error, path);
	})) throw failure({ code: "EEXIST" }, path);
	await tryNames(destination.workspace, paths);
}
/**
* Writes all bundles or none: each is complete under a name of its own before the first appears under
* its final name, and an existing file is never replaced. A kill between two of those last moments leaves
* complete bundles without their siblings, and no outputs. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED.
*/
async function storeBundles(destination, bundles) {
	const paths = bundlePaths(destination, bundles);
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
export { checkDestination, checkUnoccupied, parseFileDestination, storeBundles };
