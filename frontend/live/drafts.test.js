// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";

import { Drafts, putBack, typedIn } from "./drafts.js";

const field = (name, value, type = "text") => ({ name, value, type, dataset: {} });
const tick = (name, value, checked, type = "radio") => ({ name, value, checked, type, dataset: {} });

function shelf() {
  const items = new Map();
  const storage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
      storage[key] = value;
    },
    removeItem: (key) => {
      items.delete(key);
      delete storage[key];
    },
  };
  return storage;
}

test("what was typed comes back", () => {
  const typed = typedIn([field("reason", "because"), tick("stance", "5", false), tick("stance", "2", true)]);
  const fresh = [field("reason", ""), tick("stance", "5", false), tick("stance", "2", false)];
  assert.equal(putBack(fresh, typed), true);
  assert.equal(fresh[0].value, "because");
  assert.deepEqual(fresh.map((control) => control.checked), [undefined, false, true]);
});

test("a form that already says so is left alone", () => {
  const typed = typedIn([field("reason", "because")]);
  assert.equal(putBack([field("reason", "because")], typed), false);
});

test("passwords, keys and files are never kept", () => {
  const typed = typedIn([field("password", "secret", "password"), field("csrfmiddlewaretoken", "key", "hidden"), field("file", "c:", "file")]);
  assert.deepEqual(typed, []);
});

test("a field can ask not to be kept", () => {
  assert.deepEqual(typedIn([{ ...field("name", "x"), dataset: { keep: "no" } }]), []);
});

test("fields of the same name come back in their own place", () => {
  const typed = typedIn([field("row", "one"), field("row", "two")]);
  const fresh = [field("row", ""), field("row", "")];
  putBack(fresh, typed);
  assert.deepEqual(fresh.map((control) => control.value), ["one", "two"]);
});

test("a field that no longer exists is passed over", () => {
  const fresh = [field("kept", "")];
  putBack(fresh, [["gone", "x"], ["kept", "y"]]);
  assert.equal(fresh[0].value, "y");
});

test("one person never finds another's draft", () => {
  const storage = shelf();
  new Drafts(storage, "1").write("proposal", [["reason", "mine"]]);
  assert.equal(new Drafts(storage, "2").read("proposal"), null);
  assert.deepEqual(new Drafts(storage, "1").read("proposal"), [["reason", "mine"]]);
});

test("signing out forgets every draft", () => {
  const storage = shelf();
  const drafts = new Drafts(storage, "1");
  drafts.write("a", []);
  drafts.write("b", []);
  drafts.forgetAll();
  assert.equal(drafts.read("a"), null);
  assert.equal(drafts.read("b"), null);
});

test("a full storage costs the draft, not the page", () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error("full");
    },
  };
  assert.doesNotThrow(() => new Drafts(full, "1").write("a", [["x", "y"]]));
});

test("a damaged draft is no draft", () => {
  assert.equal(new Drafts({ getItem: () => "{broken" }, "1").read("a"), null);
});
