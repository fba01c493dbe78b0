import { describe, expect, it } from '@jest/globals';
import { formFaults } from './form.js';
import { shippedForm, shippedForms } from './shipped-forms.js';

describe('the forms that come with the system', () => {
  it('have nothing wrong with them, and each a code of its own that an event can carry', () => {
    const codes = shippedForms.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, form } of shippedForms) {
      expect([code, formFaults(form, [])]).toEqual([code, []]);
      expect(code).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    }
  });

  it('are named in both languages, whatever is asked in them', () => {
    for (const { form } of shippedForms) {
      const named = [
        form.name,
        ...form.statuses,
        ...form.fields.flatMap(({ name, choices }) => [name, ...choices]),
      ];
      for (const { zh, en } of named) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^\p{Lu}[^\p{Script=Han}]*$/u);
      }
    }
  });

  it('point to entries of forms that are there', () => {
    const pointedTo = shippedForms.flatMap(({ form }) => form.fields.flatMap(({ of }) => of ?? []));
    expect(pointedTo.filter((code) => shippedForm(code) === null)).toEqual([]);
  });
});
