principles-description = What every member of the network agrees to, and what is expected of members.
principles-version = Version { $version }
principles-source = In our own words, based on:
expectations-title = What is expected of members
expectation-all = Every member
expectation-chosen = Agreed with each member
foot-principles = Guiding principles
principles-of = Guiding principles, version { $version }
principles-earlier = Earlier versions
principles-not-current = This is an earlier version. In force is:
principles-now = What version { $version }, now in force, says
signatures-title = Who has signed
signatures-description = Which member cities signed the guiding principles, in which function, and which text.
signatures-about = Each member signs the guiding principles through whoever has its mandate. Here stand the signatures that the hub holds; what was signed on paper before is not among them.
signatures-count = { $count ->
    [one] { $count } signature of a member is on record here.
   *[other] { $count } signatures of members are on record here.
  }
signatures-see = See who has signed, and which text
signatures-none = No signature yet
signatures-none-hint = Signatures that are given in the hub stand here; what was signed on paper before is not among them.
signatures-principles = Read the principles
signature-city = City
signature-position = Function
signature-name = Name
signature-not-named = Not published
signature-version = Version
signature-earlier = earlier version
signature-language = Language of the text
signature-text = Fingerprint of the text
signature-at = Signed on
principles-report = Report that a city does not uphold them
