//! Accounts as they are attacked and looked after.

mod city;
mod locks;
mod twice;
