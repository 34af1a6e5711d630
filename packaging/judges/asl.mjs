// Asks two validators about state machines: one definition as a JSON line in, one line of problems out.
// Started as: node asl.mjs FOLDER, where FOLDER holds node_modules with both validators.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import path from "node:path";

const require = createRequire(path.resolve(process.argv[2], "package.json"));
const { getLanguageService, TextDocument } = require("amazon-states-language-service");
const aslValidator = require("asl-validator");

const ERROR = 1;
const service = getLanguageService({});

async function languageServiceProblems(text) {
  const document = TextDocument.create("file:///machine.asl.json", "asl", 1, text);
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found
    .filter((problem) => problem.severity === ERROR)
    .map((problem) => `line ${problem.range.start.line + 1}: ${problem.message}`);
}

// asl-validator changes what it is given, so it gets a copy of its own.
function validatorProblems(text) {
  const verdict = aslValidator(JSON.parse(text));
  return verdict.isValid ? [] : verdict.errors.map((problem) => JSON.stringify(problem));
}

for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.stringify(JSON.parse(line), null, 2);
  let answer;
  try {
    answer = { als: await languageServiceProblems(text), aslValidator: validatorProblems(text) };
  } catch (error) {
    answer = { crash: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
