import "./rolldown-runtime.mjs";
import { getInput } from "./vendor-actions-core.mjs";
import { ClawError, printable } from "./core.mjs";
// packages/runner/src/inputs.ts
let source = getInput;
/** Reads inputs elsewhere from now on: the command line has options of the same names. */
function readInputsFrom(values) {
	source = (name) => (values.get(name) ?? "").trim();
}
/** The value, or undefined where the input was left out. */
function optionalInput(name) {
	const value = source(name);
	return value === "" ? void 0 : value;
}
/** The value. Throws INPUT_MISSING. */
function requiredInput(name) {
	const value = optionalInput(name);
	if (value === void 0) throw new ClawError("INPUT_MISSING", `Input ${name} is required and empty.`);
	return value;
}
/** The lines, trimmed, without blank ones. */
function listInput(name) {
	return source(name).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
/** One of `choices`, exactly; `fallback` where the input was left out. Throws INPUT_INVALID. */
function choiceInput(name, choices, fallback) {
	const value = optionalInput(name);
	if (value === void 0) return fallback;
	const choice = choices.find((candidate) => candidate === value);
	if (choice !== void 0) return choice;
	throw new ClawError("INPUT_INVALID", `Input ${name}: "${printable(value)}" is none of ${choices.join(", ")}.`);
}
export { choiceInput, listInput, optionalInput, readInputsFrom, requiredInput };
