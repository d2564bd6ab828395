import { describe, expect, it } from 'vitest';
import { passwordProblem } from './passwords';

const owner = { email: 'margaret.hamilton@example-school.org', firstname: 'Margaret', lastname: 'Hamilton' };

describe('a password', () => {
  it.each([
    'Story-Telling-2027',
    'My-own-password-1',
    'Demo-a8sK2_xQ7a',
    'Correct-Horse-Battery-9',
    'wir gehen Heute 5 schwimmen',
    'Пароль-из-Слов-7',
  ])('“%s” is taken', (password) => expect(passwordProblem(password, owner)).toBeNull());

  it.each(['', 'Ab1', 'Xk29-blue-F', '👍👍👍👍👍👍'])('“%s” is too short', (password) => {
    expect(passwordProblem(password, owner)).toMatch(/^A password has 12 characters or more/);
  });

  it.each([
    'Password1234',
    'P@ssw0rd2024!!',
    'Welcome12345',
    'Qwertyuiop123',
    '1qaz2wsx3edC',
    'Abcdefghijk1',
    'Aa1Aa1Aa1Aa1Aa1',
    'Trustno1Trustno1',
    'Administrator1',
    'Summer2027!!',
  ])('“%s” is too common', (password) => {
    expect(passwordProblem(password, owner)).toMatch(/among the first that strangers try/);
  });

  it.each([
    'Margaret.Hamilton@example-school.org',
    'Margaret-Hamilton-1',
    'HamiltonMargaret27',
    'Example-School-2027',
    'M4rg4r3t-H4m1lt0n',
  ])('“%s” is its owner’s name or address', (password) => {
    expect(passwordProblem(password, owner)).toMatch(/your own name or e-mail address/);
    expect(passwordProblem('Story-Telling-2027', owner)).toBeNull();
  });
});
